import { mailToStranger } from './to-strangers';

/** Sent when somebody asks for a new password and the address has an account. */
export const resetPasswordMail = mailToStranger('reset-password', (code) => `/new-password?code=${code}`);
