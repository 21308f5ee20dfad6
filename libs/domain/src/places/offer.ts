import { become, type Process } from '../process';
import { type Refusal, refuse } from '../refusal';

/** The place that an admission brings, and its states. */
export const offerStates = ['open', 'accepted', 'declined', 'expired', 'withdrawn'] as const;
export type OfferState = (typeof offerStates)[number];

export const offerProcess: Process<OfferState> = {
  open: { to: ['accepted', 'declined', 'expired', 'withdrawn'] },
  accepted: { to: [] },
  declined: { to: [] },
  expired: { to: [] },
  withdrawn: { to: [] },
};

/** An offer holds its place while it is open, and for good once it is accepted. */
export const holdsPlace = (state: OfferState): boolean => state === 'open' || state === 'accepted';

/** How an open offer ends when its person leaves: as a no while it can be answered, unanswered after that. */
export const endWhenLeaving = ({ expiresAt }: { readonly expiresAt: Date }, now: Date): 'declined' | 'expired' =>
  now > expiresAt ? 'expired' : 'declined';

/** Ends an offer. It can be answered until its last moment, and expires only after it. */
export function endOffer(
  offer: { readonly state: OfferState; readonly expiresAt: Date },
  as: Exclude<OfferState, 'open'>,
  now: Date,
): OfferState | Refusal {
  const isOver = now > offer.expiresAt;
  if (offer.state === 'open' && as === 'expired' && !isOver) return refuse('places.offer-still-open');
  const isAnswer = as === 'accepted' || as === 'declined';
  if (offer.state === 'open' && isAnswer && isOver) return refuse('places.offer-expired');
  return become(offerProcess, offer.state, as, 'places.offer-ended');
}
