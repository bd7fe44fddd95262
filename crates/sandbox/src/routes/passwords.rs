//! Passwords and e-mail addresses: changing one's own, and replacing a forgotten password (RULES §2).

use api_types::{
    ChangeEmailRequest, ChangePasswordRequest, ForgotPasswordRequest, Message, ResetPasswordRequest,
};
use axum::extract::State;

use crate::{
    Sandbox,
    api::{Api, plain},
    password,
    request::{ApiError, Body, Json, Owner, Problems},
};

type Said = Result<Json<Message>, ApiError>;

pub(super) fn routes(api: Api) -> Api {
    api.tag("My account")
        .post(
            "/my/change_password",
            change_password,
            plain::<Message>("Changes one's password, which ends the token.")
                .takes::<ChangePasswordRequest>()
                .for_owner()
                .refuses(&[458, 459]),
        )
        .post(
            "/my/change_email",
            change_email,
            plain::<Message>("Changes one's e-mail address.")
                .takes::<ChangeEmailRequest>()
                .for_owner()
                .refuses(&[457, 463]),
        )
        .tag("Accounts")
        .post(
            "/accounts/forgot_password",
            forgot,
            plain::<Message>("Mails a token with which a forgotten password can be replaced.")
                .takes::<ForgotPasswordRequest>(),
        )
        .post(
            "/accounts/reset_password",
            reset,
            plain::<Message>("Replaces a forgotten password.")
                .takes::<ResetPasswordRequest>()
                .refuses(&[560, 561, 562]),
        )
}

async fn change_password(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Body(request): Body<ChangePasswordRequest>,
) -> Said {
    Problems::check(|problems| {
        problems.password("current_password", &request.current_password);
        problems.password("new_password", &request.new_password);
        Some(())
    })?;
    let login = sandbox.realm().accounts.get(&owner).cloned().ok_or_else(|| ApiError::of(452))?;
    if !password::is_of(&login, request.current_password.expose()) {
        return Err(ApiError::of(459));
    }
    if request.new_password == request.current_password {
        return Err(ApiError::of(458));
    }
    let hash = password::hash(request.new_password.expose()).ok_or_else(|| ApiError::of(500))?;
    sandbox.change(|realm, _| {
        let login = realm.accounts.get_mut(&owner).ok_or_else(|| ApiError::of(452))?;
        login.change_password(hash);
        Ok(say("Password changed successfully."))
    })
}

async fn change_email(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Body(request): Body<ChangeEmailRequest>,
) -> Said {
    sandbox.change(|realm, _| {
        let current = realm.accounts.get(&owner).ok_or_else(|| ApiError::of(452))?.email.clone();
        Problems::check(|problems| {
            problems.email("new_email", &request.new_email);
            if !request.current_email.eq_ignore_ascii_case(&current) {
                problems.add("current_email", "Input should be the e-mail address of this account.");
            }
            Some(())
        })?;
        if request.new_email.eq_ignore_ascii_case(&current) {
            return Err(ApiError::of(463));
        }
        if realm.accounts.has_email(&request.new_email) {
            return Err(ApiError::of(457));
        }
        let login = realm.accounts.get_mut(&owner).ok_or_else(|| ApiError::of(452))?;
        login.email.clone_from(&request.new_email);
        Ok(say("Email changed successfully."))
    })
}

/// Says the same whether or not there is such an account, as nobody may find out that way. The mail is read at
/// `/sandbox/control/mail`: this server sends none.
async fn forgot(State(sandbox): State<Sandbox>, Body(request): Body<ForgotPasswordRequest>) -> Said {
    Problems::check(|problems| {
        problems.email("email", &request.email);
        Some(())
    })?;
    let now = sandbox.now();
    sandbox.change(|realm, _| {
        let mut logins = realm.accounts.all_mut();
        if let Some(login) = logins.find(|login| login.email.eq_ignore_ascii_case(&request.email)) {
            login.forget(now);
        }
        Ok(say("If this email address is associated with an account, a reset link has been sent."))
    })
}

async fn reset(State(sandbox): State<Sandbox>, Body(request): Body<ResetPasswordRequest>) -> Said {
    Problems::check(|problems| {
        problems.password("new_password", &request.new_password);
        Some(())
    })?;
    let hash = password::hash(request.new_password.expose()).ok_or_else(|| ApiError::of(500))?;
    let now = sandbox.now();
    sandbox.change(|realm, _| {
        let mut logins = realm.accounts.all_mut();
        let mailed = logins.find_map(|login| {
            let reset = login.reset.clone().filter(|reset| reset.token == request.token)?;
            Some((login, reset))
        });
        let (login, mut reset) = mailed.ok_or_else(|| ApiError::of(560))?;
        if reset.used {
            return Err(ApiError::of(562));
        }
        if reset.expires_at <= now {
            return Err(ApiError::of(561));
        }
        login.change_password(hash);
        reset.used = true;
        login.reset = Some(reset);
        Ok(say("Password has been successfully reset."))
    })
}

fn say(text: &str) -> Json<Message> {
    Json(Message { message: text.to_owned() })
}
