//! Seals the tokens of added accounts before they go to the disk, and opens them again.
//!
//! ChaCha20-Poly1305 (RFC 8439) with a nonce of its own for each sealing; the account's name is authenticated with it, so
//! that one account's sealed token cannot be put in another's place. The key is a file beside the journal, or comes from
//! the environment. A key that is missing or wrong locks what it sealed and nothing else.

use std::{
    fs, io,
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    sync::Arc,
};

use api_client::Token;
use base64::{Engine as _, prelude::BASE64_STANDARD};
use game::AccountName;
use journal::SealedToken;
use ring::{
    aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    rand::{SecureRandom as _, SystemRandom},
};
use secrecy::{ExposeSecret as _, SecretString};

/// The key's file in the data folder.
pub const FILE: &str = "secret.key";
/// Bytes of a key.
const KEY_LEN: usize = 32;

/// Why there is no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// There are sealed tokens, and the key that sealed them is gone.
    #[error(
        "the key {path} is missing: put it back and start again, or remove the accounts that cannot be opened"
    )]
    Missing {
        /// Where it was.
        path: PathBuf,
    },
    /// The file is there and cannot be read or made.
    #[error("the key {path} cannot be used: {reason}")]
    Disk {
        /// Where it is.
        path: PathBuf,
        /// What the disk says.
        reason: String,
    },
    /// The file holds something else.
    #[error("{path} holds no key of {KEY_LEN} bytes in base64: put the right one back and start again")]
    Malformed {
        /// Where it is.
        path: PathBuf,
    },
    /// What was given at the start is none.
    #[error("it is not {KEY_LEN} bytes in base64; `openssl rand -base64 {KEY_LEN}` makes a key")]
    Given,
}

/// Why a token was not sealed or opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// There is no key.
    #[error(transparent)]
    Locked(#[from] KeyError),
    /// The key does not fit, or what was sealed is damaged.
    #[error(
        "its token was sealed with another key: put that one back and start again, or give the token anew"
    )]
    WrongKey,
    /// The system has no randomness to offer.
    #[error("the system has no randomness for a seal")]
    NoRandomness,
}

/// What seals and opens tokens. Clones have the same key.
#[derive(Clone)]
pub struct Vault(Result<Arc<LessSafeKey>, KeyError>);

impl Vault {
    /// The vault of a data folder, with the key that is `given` or the one in its file. A folder in which nothing `is_sealed`
    /// gets a new key.
    ///
    /// # Errors
    /// The given key is none, or a new one cannot be written.
    pub fn of_folder(data: &Path, given: Option<&SecretString>, is_sealed: bool) -> Result<Self, KeyError> {
        if let Some(given) = given {
            return Ok(Self::with_key(decoded(given.expose_secret()).ok_or(KeyError::Given)?));
        }
        let path = data.join(FILE);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(match decoded(&text) {
                Some(key) => Self::with_key(key),
                None => Self(Err(KeyError::Malformed { path })),
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound && is_sealed => {
                Ok(Self(Err(KeyError::Missing { path })))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let new =
                    new_key(&path).map_err(|error| KeyError::Disk { path, reason: error.to_string() })?;
                Ok(Self::with_key(new))
            }
            Err(error) => Ok(Self(Err(KeyError::Disk { path, reason: error.to_string() }))),
        }
    }

    /// The vault with this key.
    #[must_use]
    pub fn with_key(key: [u8; KEY_LEN]) -> Self {
        let key = UnboundKey::new(&CHACHA20_POLY1305, &key).expect("the key has the algorithm's length");
        Self(Ok(Arc::new(LessSafeKey::new(key))))
    }

    /// Seals an account's token.
    ///
    /// # Errors
    /// There is no key.
    pub fn seal(&self, account: &AccountName, token: &Token) -> Result<SealedToken, VaultError> {
        let key = self.0.as_ref().map_err(Clone::clone)?;
        let nonce: [u8; NONCE_LEN] = random().ok_or(VaultError::NoRandomness)?;
        let mut sealed = token.expose().as_bytes().to_vec();
        key.seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(account.as_str()),
            &mut sealed,
        )
        .expect("a token is shorter than the algorithm's 256 GiB");
        Ok(SealedToken(BASE64_STANDARD.encode([&nonce[..], &sealed].concat())))
    }

    /// Opens an account's token.
    ///
    /// # Errors
    /// There is no key, or another one.
    pub fn open(&self, account: &AccountName, sealed: &SealedToken) -> Result<Token, VaultError> {
        let key = self.0.as_ref().map_err(Clone::clone)?;
        let mut bytes = BASE64_STANDARD.decode(&sealed.0).map_err(|_| VaultError::WrongKey)?;
        let (nonce, sealed) = bytes.split_first_chunk_mut().ok_or(VaultError::WrongKey)?;
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let opened = key.open_in_place(nonce, Aad::from(account.as_str()), sealed);
        let opened = opened.map_err(|_| VaultError::WrongKey)?;
        let text = str::from_utf8(opened).map_err(|_| VaultError::WrongKey)?;
        Token::new(text).map_err(|_| VaultError::WrongKey)
    }
}

fn decoded(text: &str) -> Option<[u8; KEY_LEN]> {
    BASE64_STANDARD.decode(text.trim()).ok()?.try_into().ok()
}

fn random<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    SystemRandom::new().fill(&mut bytes).ok().map(|()| bytes)
}

/// Makes a key that only its owner may read, durable before anything is sealed with it.
fn new_key(path: &Path) -> io::Result<[u8; KEY_LEN]> {
    let key = random().ok_or_else(|| io::Error::other("the system has no randomness"))?;
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    writeln!(file, "{}", BASE64_STANDARD.encode(key))?;
    file.sync_all()?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn one() -> AccountName {
        "one".parse().unwrap()
    }

    fn canary() -> Token {
        Token::new("canary").unwrap()
    }

    fn opened(vault: &Vault, sealed: &SealedToken) -> Result<String, VaultError> {
        vault.open(&one(), sealed).map(|token| token.expose().to_owned())
    }

    #[test]
    fn a_sealed_token_opens_with_its_key_for_its_account_alone() {
        let vault = Vault::with_key([1; KEY_LEN]);
        let sealed = vault.seal(&one(), &canary()).unwrap();
        assert_eq!(opened(&vault, &sealed).unwrap(), "canary");
        assert_eq!(opened(&Vault::with_key([2; KEY_LEN]), &sealed), Err(VaultError::WrongKey));
        assert_eq!(vault.open(&"two".parse().unwrap(), &sealed).unwrap_err(), VaultError::WrongKey);
        assert_ne!(vault.seal(&one(), &canary()).unwrap(), sealed, "no two seals are alike");
        assert!(!sealed.0.contains("canary"));
    }

    #[test]
    fn what_is_damaged_does_not_open() {
        let vault = Vault::with_key([1; KEY_LEN]);
        for damaged in ["", "canary", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
            assert_eq!(opened(&vault, &SealedToken(damaged.to_owned())), Err(VaultError::WrongKey));
        }
    }

    #[test]
    fn a_new_folder_gets_a_key_that_only_its_owner_may_read() {
        let folder = tempfile::tempdir().unwrap();
        let sealed = Vault::of_folder(folder.path(), None, false).unwrap().seal(&one(), &canary()).unwrap();
        let mode = fs::metadata(folder.path().join(FILE)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let again = Vault::of_folder(folder.path(), None, true).unwrap();
        assert_eq!(opened(&again, &sealed).unwrap(), "canary");
    }

    #[test]
    fn the_key_of_the_environment_goes_before_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let given = SecretString::from(BASE64_STANDARD.encode([1; KEY_LEN]));
        let vault = Vault::of_folder(folder.path(), Some(&given), false).unwrap();
        let sealed = vault.seal(&one(), &canary()).unwrap();
        assert_eq!(opened(&Vault::with_key([1; KEY_LEN]), &sealed).unwrap(), "canary");
        assert!(!folder.path().join(FILE).exists());
        let short = SecretString::from("short");
        assert_eq!(Vault::of_folder(folder.path(), Some(&short), false).err(), Some(KeyError::Given));
    }

    #[test]
    fn a_lost_key_is_not_replaced_while_something_is_sealed_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        let vault = Vault::of_folder(folder.path(), None, true).unwrap();
        let locked = KeyError::Missing { path: path.clone() };
        assert_eq!(vault.seal(&one(), &canary()), Err(locked.into()));
        fs::write(&path, "something else").unwrap();
        let vault = Vault::of_folder(folder.path(), None, true).unwrap();
        assert_eq!(vault.seal(&one(), &canary()), Err(KeyError::Malformed { path }.into()));
    }
}
