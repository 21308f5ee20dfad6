import { mail } from '../../../../platform/mail/mail';

/** Sent to a member once per run that put new dossiers on their desk. It names no applicant. */
export const dossiersAssignedMail = mail({
  name: 'admissions.dossiers-assigned',
  topic: 'work',
  sample: {
    name: 'Marko Horvat',
    programme: 'Professional course on Automatic Recognition',
    edition: 'Autumn 2026',
    editionId: '0198c0de-0000-7000-8000-000000000000',
    dossiers: 12,
    readBy: 'Friday, 4 December 2026',
  },
  compose: (say, data) => ({
    subject: say('admissions.mail.assigned.subject', { ...data }),
    paragraphs: [
      say('admissions.letter.greeting', { ...data }),
      say('admissions.mail.assigned.text', { ...data }),
      say('admissions.mail.assigned.others', { ...data }),
    ],
    action: { label: say('admissions.mail.assigned.action'), path: `/editions/${data.editionId}/desk` },
  }),
});
