import { mail, type Mail } from '../../../../platform/mail/mail';

/** The data of a mail to an unproven address: nothing that a person wrote. */
export interface CodeToProve {
  readonly code: string;
  readonly hours: number;
}
export type StrangersMail = Mail<CodeToProve>;
type StrangersMailKey = 'register' | 'reset-password' | 'take-address' | 'leave-address' | 'invitation' | 'has-account';

/**
 * A mail to an address that nobody has proven, so that anybody can have it sent to anybody: its words are all ours.
 * Names, titles and messages are left out, so that it cannot carry them to strangers in our name.
 */
export const mailToStranger = (key: StrangersMailKey, path: (code: string) => string): StrangersMail =>
  mail({
    name: `accounts.${key}`,
    sample: { code: 'sample-code', hours: 72 },
    compose: (say, { code, hours }) => ({
      subject: say(`accounts.mail.${key}.subject`),
      paragraphs: [
        say(`accounts.mail.${key}.text`, { hours, days: Math.floor(hours / 24) }),
        say(`accounts.mail.${key}.not-you`),
      ],
      action: { label: say(`accounts.mail.${key}.action`), path: path(code) },
    }),
  });
