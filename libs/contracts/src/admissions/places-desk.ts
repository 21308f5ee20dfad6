import { offerStates, placeObstacles, placeSources } from '@libretto/domain';
import * as z from 'zod/mini';
import { opening } from '../places';
import { route } from '../route';
import { id, inLanguages, instant, page, pageQuery, searchText, sortBy } from '../shapes';

const inEdition = z.object({ editionId: id });
const institution = { country: z.string(), institution: z.string() };

/** One institution on the grid, or the room for one. */
const cell = z.object({
  is: z.enum(['accepted', 'offered', 'free', 'opened']),
  country: z.nullable(z.string()),
  institution: z.nullable(z.string()),
  people: z.int(),
});
export type PlaceCell = z.infer<typeof cell>;

export const readPlacesDesk = route({
  summary:
    'List the places of an edition by institution, and what was opened; without people whom the reader must not know of',
  method: 'GET',
  path: '/editions/:editionId/places/desk',
  params: inEdition,
  reply: z.object({
    edition: z.string(),
    programme: inLanguages,
    capacity: z.int(),
    held: z.int(),
    waiting: z.int(),
    countries: z.array(
      z.object({
        country: z.string(),
        institutions: z.int(),
        peoplePerInstitution: z.int(),
        unused: z.int(),
        waiting: z.int(),
        /** One cell for each institution of the quota. */
        cells: z.array(cell),
      }),
    ),
    /** The opened places: the institutions that hold them, and the number of free ones. */
    opened: z.array(cell),
    /**
     * The places shared by countries without a quota: their holders, and how many more people fit; `null` if nobody
     * shares them.
     */
    rest: z.nullable(z.object({ cells: z.array(cell), left: z.int(), waiting: z.int() })),
    openings: z.array(
      z.object({ id, country: z.string(), institutions: z.int(), reason: z.string(), by: z.string(), at: instant }),
    ),
    can: z.object({ open: z.boolean() }),
  }),
});
export type PlacesDesk = z.infer<NonNullable<typeof readPlacesDesk.reply>>;

export const readWaitingList = route({
  summary: 'List who is waiting for a place, in order, with the reasons',
  method: 'GET',
  path: '/editions/:editionId/places/waiting-list',
  params: inEdition,
  query: pageQuery,
  reply: page(
    z.object({
      id,
      name: z.string(),
      ...institution,
      /** The country of the list; `null` if several share one. */
      list: z.nullable(z.string()),
      position: z.int(),
      since: instant,
      appliedAt: instant,
      /** Ranked behind an earlier application of the same moment of ruling. */
      isByApplication: z.boolean(),
      waitsFor: z.nullable(z.enum(placeObstacles)),
    }),
  ),
});
export type WaitingListView = z.infer<NonNullable<typeof readWaitingList.reply>>;

const offersSort = sortBy(['name', 'state', 'until']);
export type OffersSort = z.infer<typeof offersSort>;

export const readOffers = route({
  summary: 'List the offers of an edition: open ones first, by deadline; then closed ones with their outcome',
  method: 'GET',
  path: '/editions/:editionId/offers',
  params: inEdition,
  query: z.extend(pageQuery, { q: searchText, state: z.optional(z.enum(offerStates)), sort: offersSort }),
  reply: z.extend(
    page(
      z.object({
        id,
        name: z.string(),
        ...institution,
        state: z.enum(offerStates),
        origin: z.enum(['ruling', 'waiting-list']),
        /** The places that it counts against while it is held. */
        source: z.nullable(z.enum(placeSources)),
        offeredAt: instant,
        expiresAt: instant,
        endedAt: z.nullable(instant),
        withdrawnBecause: z.nullable(z.string()),
        withdrawnBy: z.nullable(z.string()),
        can: z.object({ withdraw: z.boolean() }),
      }),
    ),
    {
      timeZone: z.string(),
      /** The number of matches on all pages. */
      found: z.int(),
    },
  ),
});
export type OffersView = z.infer<NonNullable<typeof readOffers.reply>>;

export const previewOpening = route({
  summary: 'Preview opening places of one country: who is offered one at once, and how many stay free; changes nothing',
  method: 'POST',
  path: '/editions/:editionId/places/openings/preview',
  params: inEdition,
  body: z.object(opening),
  reply: z.object({
    offered: z.array(z.object({ id, name: z.string(), ...institution })),
    /** Opened institutions that nobody uses then. */
    unused: z.int(),
  }),
  refusals: ['places.no-quota', 'places.not-so-many-unused'],
});
export type OpeningPreview = z.infer<NonNullable<typeof previewOpening.reply>>;
