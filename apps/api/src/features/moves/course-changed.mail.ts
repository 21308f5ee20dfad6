import type { CourseDifference } from '@libretto/domain';
import { type Say, wordList } from '@libretto/language';
import { mail } from '../../platform/mail/mail';

interface Changed {
  readonly givenName: string;
  /** In which the list of changes is joined. */
  readonly language: string;
  readonly programme: string;
  readonly differences: readonly CourseDifference<Record<string, string>>[];
  readonly editionId: string;
}

/** Sent to participants whose edition was moved to a version that asks or holds something else. */
export const courseChangedMail = mail<Changed>({
  name: 'moves.course-changed',
  topic: 'work',
  sample: {
    givenName: 'Ana',
    language: 'en',
    programme: 'Professional course on Automatic Recognition',
    differences: [
      { what: 'requirement', kind: 'ledger-minutes', before: null, after: { amount: 6000, modules: [] } },
      { what: 'part', part: 'project-work' },
    ],
    editionId: 'sample',
  },
  compose: (say, { editionId, language, differences, ...words }) => ({
    subject: say('editions.move.mail.subject', words),
    paragraphs: [
      say('editions.move.mail.greeting', words),
      say('editions.move.mail.text', { ...words, changes: wordList(language, named(say, differences)) }),
      say('editions.move.mail.stays'),
    ],
    action: { label: say('editions.move.mail.open'), path: `/editions/${editionId}/completion/mine` },
  }),
});

const named = (say: Say, differences: Changed['differences']): string[] => [
  ...new Set(
    differences.map((one) => {
      if (one.what === 'requirement')
        return say('editions.move.mail.requirement', { name: say(`completion.${one.kind}.name`) });
      return one.what === 'module'
        ? say('editions.move.mail.module', { number: one.number })
        : say(`editions.move.mail.parts.${one.part}`);
    }),
  ),
];
