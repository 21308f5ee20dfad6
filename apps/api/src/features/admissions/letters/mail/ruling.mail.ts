import type { SentenceKey } from '@libretto/language';
import type { RulingOutcome } from '@libretto/domain';
import { mail } from '../../../../platform/mail/mail';

/** Dates and titles are worded in the reader’s language already. */
export interface RulingMailData {
  outcome: RulingOutcome;
  name: string;
  programme: string;
  edition: string;
  editionId: string;
  date: string;
  /** The end of the offer; empty if the ruling brings none. */
  expires: string;
  missed: string[];
  reason: string;
  /** The first ruling's outcome, if this is the ruling on an appeal. */
  first: RulingOutcome | null;
  /** The end of the appeal window; empty if there is none. */
  appealUntil: string;
  /** The places that the applicant waits for: those of their own country, or all. */
  waitsFor: 'country' | 'all';
}

/** The letter of a ruling, with its reasons and how to appeal. The chair previews it as it is sent. */
export const rulingMail = mail<RulingMailData>({
  name: 'admissions.ruling',
  topic: 'decisions',
  sample: {
    outcome: 'rejected',
    name: 'Ana Kovač',
    programme: 'Professional course on Automatic Recognition',
    edition: 'Autumn 2026',
    editionId: '0198c0de-0000-7000-8000-000000000000',
    date: 'Monday, 19 October 2026',
    expires: '',
    missed: ['At least one year of experience in recognition'],
    reason: 'The posts that the dossier shows add up to five months.',
    first: null,
    appealUntil: 'Tuesday, 3 November 2026, 23:59 (Rome)',
    waitsFor: 'country',
  },
  compose: (say, { missed, ...data }) => ({
    subject: say(`admissions.letter.${data.first ? 'second.subject' : 'subject'}.${data.outcome}`, { ...data }),
    paragraphs: [
      say('admissions.letter.greeting', { ...data }),
      say(`admissions.letter.${data.first ? 'second.opening' : 'opening'}`, { ...data }),
      say(outcomeOf(data), { ...data }),
      ...(missed.length && data.outcome !== 'admitted'
        ? [say('admissions.letter.missed', { criteria: missed.map((statement) => `• ${statement}`).join('\n') })]
        : []),
      say('admissions.letter.reason', { ...data }),
      ...(data.appealUntil ? [say('admissions.letter.appeal', { until: data.appealUntil })] : []),
      ...(data.first ? [say('admissions.letter.second.last')] : []),
      say('admissions.letter.closing'),
    ],
    action: data.appealUntil
      ? { label: say('admissions.letter.action-or-appeal'), path: `/applications/${data.editionId}/appeal` }
      : { label: say('admissions.letter.action'), path: `/applications/${data.editionId}` },
  }),
});

/** An appeal never takes away what the first ruling gave: somebody who waits is not rejected. */
function outcomeOf({ first, outcome }: Pick<RulingMailData, 'first' | 'outcome'>): SentenceKey {
  return first === 'waiting-list' && outcome !== 'rejected'
    ? `admissions.letter.second.waited.${outcome}`
    : `admissions.letter.outcome.${outcome}`;
}
