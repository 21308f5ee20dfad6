import { offerStates, placeObstacles } from '@libretto/domain';
import * as z from 'zod/mini';
import { country } from './codes';
import { route } from './route';
import { id, inLanguages, instant, paragraph } from './shapes';

const inEdition = z.object({ editionId: id });
const quota = {
  country,
  institutions: z.int().check(z.minimum(0), z.maximum(500)),
  peoplePerInstitution: z.int().check(z.minimum(1), z.maximum(100)),
};

/** The places of one country. */
const countryPlaces = z.object({
  ...quota,
  /** Institutions of its quota that were opened to all, and unused ones of its own. */
  opened: z.int(),
  unused: z.int(),
  institutionsHeld: z.int(),
  peopleHeld: z.int(),
  waiting: z.int(),
  /** The institutions that hold places; for coordinators only. */
  holders: z.array(z.object({ institution: z.string(), people: z.int() })),
});
export type CountryPlacesView = z.infer<typeof countryPlaces>;

export const readPlaces = route({
  summary: 'List the places of an edition by country: quota, taken, waiting',
  method: 'GET',
  path: '/editions/:editionId/places',
  params: inEdition,
  reply: z.object({
    capacity: z.int(),
    held: z.int(),
    countries: z.array(countryPlaces),
    othersShare: z.boolean(),
    /** The places shared by countries without a quota; `null` if nobody shares them. */
    rest: z.nullable(z.object({ held: z.int(), left: z.int(), waiting: z.int() })),
    can: z.object({ setQuotas: z.boolean() }),
  }),
});
export type PlacesView = z.infer<NonNullable<typeof readPlaces.reply>>;

export const setQuotas = route({
  summary: 'Set the quotas by country, if any; places that are taken stay taken, and free ones go to the waiting list',
  method: 'PUT',
  path: '/editions/:editionId/places',
  params: inEdition,
  body: z.object({
    /** None: places go to people in the order of admission, from any country. */
    quotas: z.array(z.object(quota)).check(z.maxLength(250)),
    /** Whether countries without a quota share the places that the quotas leave. */
    othersShare: z.boolean(),
  }),
  refusals: ['places.country-twice', 'places.below-what-is-held', 'places.below-what-is-opened'],
});

/** Institutions of one country's quota that are to be for all. */
export const opening = { country, institutions: z.int().check(z.minimum(1), z.maximum(500)) };

export const openPlaces = route({
  summary:
    'Open unused places of one country to all, with a reason: they are offered at once to those who have waited longest',
  method: 'POST',
  path: '/editions/:editionId/places/openings',
  params: inEdition,
  body: z.object({ ...opening, reason: paragraph(1000) }),
  refusals: ['places.no-quota', 'places.not-so-many-unused', 'places.cannot-be-opened'],
});

export const readMyPlace = route({
  summary: 'Read one’s own offer, or one’s position on the waiting list and what would free a place',
  method: 'GET',
  path: '/editions/:editionId/my-place',
  params: inEdition,
  reply: z.object({
    edition: z.string(),
    programme: inLanguages,
    timeZone: z.string(),
    offer: z.nullable(
      z.object({
        id,
        state: z.enum(offerStates),
        origin: z.enum(['ruling', 'waiting-list']),
        offeredAt: instant,
        expiresAt: instant,
        endedAt: z.nullable(instant),
        /** The coordinator's reason, if it was taken back. */
        withdrawnBecause: z.nullable(z.string()),
      }),
    ),
    waiting: z.nullable(
      z.object({
        /** The country of the list; `null` if several share one. */
        country: z.nullable(z.string()),
        /** The number of people ahead on the same list. */
        ahead: z.int(),
        since: instant,
        /** The obstacle to a place for them; `null` in the moment before it is offered. */
        waitsFor: z.nullable(z.enum(placeObstacles)),
      }),
    ),
    can: z.object({ accept: z.boolean(), decline: z.boolean() }),
  }),
});
export type MyPlace = z.infer<NonNullable<typeof readMyPlace.reply>>;

const ofOffer = z.object({ editionId: id, offerId: id });

export const acceptOffer = route({
  summary: 'Accept the offered place and enrol',
  method: 'POST',
  path: '/editions/:editionId/offers/:offerId/acceptance',
  params: ofOffer,
  refusals: ['places.offer-expired', 'places.offer-ended'],
});

export const declineOffer = route({
  summary: 'Decline the offered place: it goes to the next person on the waiting list',
  method: 'POST',
  path: '/editions/:editionId/offers/:offerId/declining',
  params: ofOffer,
  refusals: ['places.offer-expired', 'places.offer-ended'],
});

export const withdrawOffer = route({
  summary: 'Withdraw an open offer, with a reason: the place goes to the next person on the waiting list',
  method: 'POST',
  path: '/editions/:editionId/offers/:offerId/withdrawal',
  params: ofOffer,
  body: z.object({ reason: paragraph(1000) }),
  refusals: ['places.offer-ended'],
});
