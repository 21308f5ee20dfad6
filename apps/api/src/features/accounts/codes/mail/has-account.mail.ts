import { mailToStranger } from './to-strangers';

/** Sent when somebody registers with an address that has an account already, or wants to move their account to it. */
export const hasAccountMail = mailToStranger('has-account', () => '/forgotten-password');
