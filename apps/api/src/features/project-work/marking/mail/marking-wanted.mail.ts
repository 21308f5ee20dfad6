import { mail } from '../../../../platform/mail/mail';
import type { Wanted } from '../../project-work.events';

interface About {
  readonly givenName: string;
  readonly title: string;
  readonly editionId: string;
  readonly workId: string | null;
  readonly why: Wanted;
}

/**
 * Sent to a marker who is asked to mark works, or whose mark of one differs from the other marker's. It names neither the
 * work nor its people: they are read in the app only.
 */
export const markingWantedMail = mail<About>({
  name: 'project-work.marking-wanted',
  topic: 'work',
  sample: {
    givenName: 'Ines',
    title: 'Automatic recognition in practice',
    editionId: 'sample',
    workId: null,
    why: 'planned',
  },
  compose: (say, { editionId, workId, why, ...data }) => ({
    subject: say(`project-work.mail.wanted.subject.${why}`, data),
    paragraphs: [say('project-work.mail.greeting', data), say(`project-work.mail.wanted.text.${why}`, data)],
    action: {
      label: say('project-work.mail.wanted.open'),
      path: `/editions/${editionId}/project-work/marking${workId ? `/${workId}` : ''}`,
    },
  }),
});
