import { become, type Process } from '../process';
import { type Refusal, refuse } from '../refusal';

/** A publication gathers accepted works of an edition: the works, then their members' consents, then the typeset book. */
export const publicationStates = ['gathering', 'consents', 'typeset', 'in-print'] as const;
export type PublicationState = (typeof publicationStates)[number];

/** Each step can be taken back, until the book is in print: that is for good. */
export const publicationProcess: Process<PublicationState> = {
  gathering: { to: ['consents'] },
  consents: { to: ['gathering', 'typeset'] },
  // A consent that is withdrawn makes the book that was set another one.
  typeset: { to: ['gathering', 'consents', 'typeset', 'in-print'] },
  'in-print': { to: [] },
};

/** The next state of a publication, or the refusal: nothing changes what is in print. */
export function stepTo(from: PublicationState, to: PublicationState): PublicationState | Refusal {
  if (from === 'in-print') return refuse('publication.in-print');
  return become(publicationProcess, from, to, 'publication.no-such-step');
}

/** The works of a publication, their order, titles and references change while it is gathered. */
export const gather = (state: PublicationState): PublicationState | Refusal => {
  if (state === 'in-print') return refuse('publication.in-print');
  return state === 'gathering' ? state : refuse('publication.not-gathering');
};

/** The forms of a publication's book: both are set from the same source. */
export const bookForms = ['pdf', 'epub'] as const;
export type BookForm = (typeof bookForms)[number];

/** A book goes into print once all of it is set. */
export function print(state: PublicationState, books: readonly { readonly isReady: boolean }[]): 'in-print' | Refusal {
  const next = stepTo(state, 'in-print');
  if (next !== 'in-print') return next as Refusal;
  const isSet = books.length === bookForms.length && books.every(({ isReady }) => isReady);
  return isSet ? next : refuse('publication.not-set-yet');
}

/** People are reminded once within this time. */
const remindedAfterHours = 24;

export function remind(
  state: PublicationState,
  waiting: number,
  remindedAt: Date | null,
  now: Date,
): 'remind' | Refusal {
  if (state !== 'consents') return refuse('publication.no-such-step');
  if (waiting === 0) return refuse('publication.nobody-to-remind');
  const again = remindedAt && remindedAt.getTime() + remindedAfterHours * 3_600_000;
  return again && again > now.getTime()
    ? refuse('publication.reminded-lately', { hours: remindedAfterHours })
    : 'remind';
}

/** The licences, in their version 4.0, under which a publication can appear: those of Creative Commons that let others read and pass it on. */
export const publicationLicences = ['cc-by', 'cc-by-sa', 'cc-by-nc', 'cc-by-nd'] as const;
export type PublicationLicence = (typeof publicationLicences)[number];

export const addressOfLicence = (licence: PublicationLicence): string =>
  `https://creativecommons.org/licenses/${licence.slice(3)}/4.0/`;
