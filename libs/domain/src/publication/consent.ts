import { become, type Process } from '../process';
import { type Refusal, refuse } from '../refusal';
import type { PublicationState } from './publication';

/** What a member of a group says to the publication of its work. */
export const consentStates = ['asked', 'given', 'declined', 'withdrawn'] as const;
export type ConsentState = (typeof consentStates)[number];

/**
 * People may change their minds, in both directions, until the book is in print. Who is to be named under another title
 * than they consented to is asked again.
 */
export const consentProcess: Process<ConsentState> = {
  asked: { to: ['given', 'declined'] },
  given: { to: ['given', 'withdrawn', 'asked'] },
  declined: { to: ['given'] },
  withdrawn: { to: ['given'] },
};

/** What an answer makes of a consent, and of the publication: what was set with a consent is set anew without it. */
export function answer(
  consent: ConsentState,
  publication: PublicationState,
  to: Exclude<ConsentState, 'asked'>,
): { consent: ConsentState; publication: PublicationState } | Refusal {
  if (publication === 'in-print') return refuse('publication.in-print');
  if (publication === 'gathering' && to !== 'withdrawn') return refuse('publication.not-asked-yet');
  const next = become(consentProcess, consent, to, 'publication.no-such-step');
  if (typeof next !== 'string') return next;
  return { consent: next, publication: publication === 'typeset' ? 'consents' : publication };
}
