import { mailToStranger } from './to-strangers';

/** Sent when somebody is invited to a role and has no account. */
export const invitationMail = mailToStranger('invitation', (code) => `/confirm?code=${code}`);
