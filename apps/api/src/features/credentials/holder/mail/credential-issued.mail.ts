import { mail } from '../../../../platform/mail/mail';

/** Sent once the certificate of a new credential is printed. */
export const credentialIssuedMail = mail({
  name: 'credentials.issued',
  topic: 'decisions',
  sample: {
    givenName: 'Ana',
    title: 'Professional course on Automatic Recognition',
    path: '/credentials/sample',
    corrected: false,
  },
  compose: (say, { givenName, title, path, corrected }) => ({
    subject: say(corrected ? 'credentials.mail.corrected.subject' : 'credentials.mail.issued.subject', { title }),
    paragraphs: [
      say('credentials.mail.greeting', { givenName }),
      say(corrected ? 'credentials.mail.corrected.text' : 'credentials.mail.issued.text', { title }),
      say('credentials.mail.share'),
    ],
    action: { label: say('credentials.mail.issued.action'), path },
  }),
});
