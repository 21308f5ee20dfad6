import { mail } from '../../../../platform/mail/mail';

/** Why there is a new credential: the first, one that corrects it, or the same with another key. */
export type Occasion = 'issued' | 'corrected' | 'signed-again';

/** Sent once the certificate of a new credential is printed. */
export const credentialIssuedMail = mail({
  name: 'credentials.issued',
  topic: 'decisions',
  sample: {
    givenName: 'Ana',
    title: 'Professional course on Automatic Recognition',
    path: '/credentials/sample',
    as: 'issued' as Occasion,
  },
  compose: (say, { givenName, title, path, as }) => ({
    subject: say(`credentials.mail.${as}.subject`, { title }),
    paragraphs: [
      say('credentials.mail.greeting', { givenName }),
      say(`credentials.mail.${as}.text`, { title }),
      say('credentials.mail.share'),
    ],
    action: { label: say('credentials.mail.issued.action'), path },
  }),
});
