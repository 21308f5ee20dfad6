import { mailToStranger } from './to-strangers';

/** Sent to the old address when somebody wants to move an account to another one. */
export const leaveAddressMail = mailToStranger('leave-address', (code) => `/new-address?code=${code}`);
