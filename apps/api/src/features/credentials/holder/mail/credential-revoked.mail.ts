import { mail } from '../../../../platform/mail/mail';

/** Sent when the registrar revokes a credential. */
export const credentialRevokedMail = mail({
  name: 'credentials.revoked',
  topic: 'decisions',
  sample: {
    givenName: 'Ana',
    title: 'Professional course on Automatic Recognition',
    path: '/credentials/sample',
    reason: 'The project work was found to be somebody else’s.',
  },
  compose: (say, { givenName, title, path, reason }) => ({
    subject: say('credentials.mail.revoked.subject', { title }),
    paragraphs: [
      say('credentials.mail.greeting', { givenName }),
      say('credentials.mail.revoked.text', { title }),
      say('credentials.mail.revoked.reason', { reason }),
      say('credentials.mail.revoked.ask'),
    ],
    action: { label: say('credentials.mail.revoked.action'), path },
  }),
});
