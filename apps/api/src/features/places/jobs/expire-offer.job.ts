import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../platform/jobs/job';

/** Ends an offer that nobody answered; queued with every offer, due after its last moment. */
export const expireOffer = job({ name: 'places.expire-offer', payload: z.object({ offerId: id }) });
