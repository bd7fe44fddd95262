//! The rules of supervision told one by one. Holding the machine against a model of OTP is the part of
//! `tests/otp_model`.
