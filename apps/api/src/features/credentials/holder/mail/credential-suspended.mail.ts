import { mail } from '../../../../platform/mail/mail';

/** Sent when the registrar suspends a credential. */
export const credentialSuspendedMail = mail({
  name: 'credentials.suspended',
  topic: 'decisions',
  sample: {
    givenName: 'Ana',
    title: 'Professional course on Automatic Recognition',
    path: '/credentials/sample',
    reason: 'It is being examined whether the project work is the group’s own.',
  },
  compose: (say, { givenName, title, path, reason }) => ({
    subject: say('credentials.mail.suspended.subject', { title }),
    paragraphs: [
      say('credentials.mail.greeting', { givenName }),
      say('credentials.mail.suspended.text', { title }),
      say('credentials.mail.revoked.reason', { reason }),
      say('credentials.mail.revoked.ask'),
    ],
    action: { label: say('credentials.mail.revoked.action'), path },
  }),
});
