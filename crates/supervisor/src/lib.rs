//! OTP supervision over ractor; knows nothing of the game.
