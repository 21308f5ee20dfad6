import { mail } from '../../../platform/mail/mail';

/** Sent when somebody asks for a new password, or registers an address that has an account already. */
export const resetPasswordMail = mail({
  name: 'accounts.reset-password',
  sample: { givenName: 'Ana', code: 'sample-code', hours: 2 },
  compose: (say, { givenName, code, hours }) => ({
    subject: say('accounts.mail.reset.subject'),
    paragraphs: [say('accounts.mail.greeting', { givenName }), say('accounts.mail.reset.text', { hours })],
    action: { label: say('accounts.mail.reset.action'), path: `/new-password?code=${code}` },
  }),
});
