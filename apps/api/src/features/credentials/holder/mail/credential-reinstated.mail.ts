import { mail } from '../../../../platform/mail/mail';

/** Sent when the registrar lifts a suspension. */
export const credentialReinstatedMail = mail({
  name: 'credentials.reinstated',
  topic: 'decisions',
  sample: {
    givenName: 'Ana',
    title: 'Professional course on Automatic Recognition',
    path: '/credentials/sample',
    reason: 'The project work was found to be the group’s own.',
  },
  compose: (say, { givenName, title, path, reason }) => ({
    subject: say('credentials.mail.reinstated.subject', { title }),
    paragraphs: [
      say('credentials.mail.greeting', { givenName }),
      say('credentials.mail.reinstated.text', { title }),
      say('credentials.mail.revoked.reason', { reason }),
    ],
    action: { label: say('credentials.mail.revoked.action'), path },
  }),
});
