import { mail } from '../../../platform/mail/mail';

/** Sent when somebody registers. */
export const confirmAddressMail = mail({
  name: 'accounts.confirm-address',
  sample: { givenName: 'Ana', code: 'sample-code', hours: 72 },
  compose: (say, { givenName, code, hours }) => ({
    subject: say('accounts.mail.confirm.subject'),
    paragraphs: [say('accounts.mail.greeting', { givenName }), say('accounts.mail.confirm.text', { hours })],
    action: { label: say('accounts.mail.confirm.action'), path: `/confirm?code=${code}` },
  }),
});
