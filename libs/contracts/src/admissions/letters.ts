import { rulingOutcomes } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { id, instant, page, pageQuery, searchText, sortBy } from '../shapes';
import { editionLine } from './application';
import { letter } from './rulings';

const inEdition = z.object({ editionId: id });

/** The state of a letter's delivery to the mail server. */
export const deliveryStates = ['waiting', 'failing', 'accepted', 'stopped'] as const;

/** The occasion of a mail about an application. */
export const mailContents = ['ruling', 'offered', 'from-waiting-list', 'expired', 'withdrawn'] as const;

const delivery = {
  state: z.enum(deliveryStates),
  /** The time at which the server accepted it, and the server's response. */
  acceptedAt: z.nullable(instant),
  answer: z.nullable(z.string()),
  /** The number of failed attempts, the last error, and the time of the next attempt. */
  failures: z.int(),
  error: z.nullable(z.string()),
  triesAt: z.nullable(instant),
};

const logged = {
  /** The id of the mail. */
  id,
  says: z.enum(mailContents),
  outcome: z.nullable(z.enum(rulingOutcomes)),
  name: z.string(),
  /** The address that it was sent to; until then, the applicant's address. */
  recipient: z.string(),
  language: z.string(),
  askedAt: instant,
  ...delivery,
  /** The letter, if its words can be read. */
  letterId: z.nullable(id),
  can: z.object({ tryAgain: z.boolean() }),
};

const lettersSort = sortBy(['name', 'content', 'sent']);
export type LettersSort = z.infer<typeof lettersSort>;

export const readLetters = route({
  summary: 'List letters about decisions and offers, and whether the mail server accepted them; stopped ones first',
  method: 'GET',
  path: '/editions/:editionId/admissions/letters',
  params: inEdition,
  query: z.extend(pageQuery, { q: searchText, state: z.optional(z.enum(deliveryStates)), sort: lettersSort }),
  reply: z.extend(page(z.object(logged)), {
    ...editionLine,
    /** Counts of the whole edition, independent of search and filter. */
    counts: z.object({ accepted: z.int(), underway: z.int(), stopped: z.int() }),
    /** The number of matches on all pages. */
    found: z.int(),
  }),
});
export type LettersView = z.infer<NonNullable<typeof readLetters.reply>>;

export const readLetter = route({
  summary: 'Read one letter as it was sent',
  method: 'GET',
  path: '/editions/:editionId/admissions/letters/:letterId',
  params: z.object({ editionId: id, letterId: id }),
  reply: z.object({
    name: z.string(),
    outcome: z.enum(rulingOutcomes),
    composedAt: instant,
    /** The words are erased; the row stays. */
    isErased: z.boolean(),
    letter,
    mail: z.nullable(z.object(logged)),
  }),
});
export type LetterView = z.infer<NonNullable<typeof readLetter.reply>>;

export const tryLetterAgain = route({
  summary: 'Send an e-mail again that did not reach the mail server',
  method: 'POST',
  path: '/editions/:editionId/admissions/mails/:mailId/attempts',
  params: z.object({ editionId: id, mailId: id }),
  evenWhenClosed: true,
  refusals: ['admissions.mail-not-stopped'],
});

export const readMyLetters = route({
  summary: 'List the letters about one’s own application, as they were sent',
  method: 'GET',
  path: '/editions/:editionId/my-letters',
  params: inEdition,
  reply: z.object({
    items: z.array(
      z.object({ id, outcome: z.enum(rulingOutcomes), composedAt: instant, isErased: z.boolean(), letter }),
    ),
  }),
});
export type MyLetters = z.infer<NonNullable<typeof readMyLetters.reply>>;
