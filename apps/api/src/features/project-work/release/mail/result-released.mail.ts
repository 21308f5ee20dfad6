import { mail } from '../../../../platform/mail/mail';
import type { LateGrade } from '../late-result';

/**
 * Sent to each member of a group when the results are released. The result itself is read in the app only; a grade stands
 * here where it is not the one that the markers gave, with the reason.
 */
export const resultReleasedMail = mail({
  name: 'project-work.result-released',
  topic: 'work',
  sample: {
    givenName: 'Ana',
    title: 'Automatic recognition in practice',
    editionId: 'sample',
    briefId: 'project-work',
    late: { days: 2, of: 30, given: '27', taken: 4, counts: '23' } as LateGrade | null,
  },
  compose: (say, { editionId, briefId, late, ...data }) => ({
    subject: say('project-work.mail.result.subject', data),
    paragraphs: [
      say('project-work.mail.greeting', data),
      say('project-work.mail.result.text', data),
      ...(late ? [say('project-work.mail.result.late', late)] : []),
    ],
    action: { label: say('project-work.mail.open'), path: `/editions/${editionId}/project-work?brief=${briefId}` },
  }),
});
