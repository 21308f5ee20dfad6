import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../platform/jobs/job';
import { OfferExpired, OfferWithdrawn, PlaceOffered } from '../places.events';

/** Tells somebody that a place is held for them, or that the offer has run out or was taken back. */
export const mailAboutOffer = job({
  name: 'places.mail-about-offer',
  payload: z.object({ offerId: id, about: z.enum(['offered', 'expired', 'withdrawn']) }),
  about: ({ offerId }) => offerId,
  on: [
    on(PlaceOffered, ({ offerId }) => [{ offerId, about: 'offered' as const }]),
    on(OfferExpired, ({ offerId }) => [{ offerId, about: 'expired' as const }]),
    on(OfferWithdrawn, ({ offerId }) => [{ offerId, about: 'withdrawn' as const }]),
  ],
});
