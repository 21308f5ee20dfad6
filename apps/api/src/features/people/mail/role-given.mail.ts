import type { InvitedRole } from '@libretto/domain';
import { mail } from '../../../platform/mail/mail';

interface RoleGiven {
  name: string;
  role: InvitedRole;
  edition: { id: string; name: string; programme: string } | null;
}

/** The first page of each role. */
const pages: Record<InvitedRole, (editionId: string) => string> = {
  coordinator: () => '/editions',
  registrar: () => '/awards',
  member: (editionId) => `/editions/${editionId}/desk`,
  chair: (editionId) => `/editions/${editionId}/rulings`,
  deputy: (editionId) => `/editions/${editionId}/rulings`,
  tutor: (editionId) => `/editions/${editionId}/today`,
};

/** Sent when somebody with an account is given a role. */
export const roleGivenMail = mail<RoleGiven>({
  name: 'people.role-given',
  topic: 'decisions',
  sample: {
    name: 'Ana Kovač',
    role: 'tutor',
    edition: { id: 'sample', name: 'Autumn 2026', programme: 'Professional course on Automatic Recognition' },
  },
  compose: (say, { name, role, edition }) => ({
    subject: say('people.mail.role-given.subject', { role: say(`people.role.${role}`) }),
    paragraphs: [
      say('people.mail.greeting', { name }),
      edition
        ? say('people.mail.role-given.in-edition', { role: say(`people.role.${role}`), ...edition })
        : say('people.mail.role-given.text', { role: say(`people.role.${role}`) }),
    ],
    action: { label: say('people.mail.role-given.action'), path: pages[role](edition?.id ?? '') },
  }),
});
