import { mailToStranger } from './to-strangers';

/** Sent when somebody registers with an address that has an account already. */
export const hasAccountMail = mailToStranger('has-account', () => '/forgotten-password');
