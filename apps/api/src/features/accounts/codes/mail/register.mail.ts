import { mailToStranger } from './to-strangers';

/** Sent when somebody registers with an address that has no account. */
export const registerMail = mailToStranger('register', (code) => `/confirm?code=${code}`);
