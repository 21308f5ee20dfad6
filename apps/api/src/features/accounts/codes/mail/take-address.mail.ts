import { mailToStranger } from './to-strangers';

/** Sent to the new address when somebody wants to move an account to it. */
export const takeAddressMail = mailToStranger('take-address', (code) => `/new-address?code=${code}`);
