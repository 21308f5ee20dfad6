import { institutionStates } from '@libretto/domain/first';
import * as z from 'zod/mini';
import { country } from './codes';
import { route } from './route';
import { atMost, created, id, instant, line, noWebAddress, page, pageKey, searchText, sortBy } from './shapes';
import { websiteOf } from './website';

export const institution = z.object({ id, name: z.string(), country: z.string(), website: z.nullable(z.string()) });
export type Institution = z.infer<typeof institution>;

/** A website as people write it: `www.unibo.it` will do. Empty if there is none. */
const website = z.string().check(
  z.trim(),
  atMost(500),
  z.refine((text) => text === '' || websiteOf(text) !== null, noWebAddress),
);
const said = { name: line(200), country, website };
const one = z.object({ institutionId: id });
/** The reasons why one institution's places can't count for another. */
const noPlace = [
  'places.move-no-quota',
  'places.move-institution-full',
  'places.move-country-full',
  'places.move-rest-full',
] as const;

export const searchInstitutions = route({
  summary: 'Find institutions by name, the closest first; those awaiting confirmation are not shown',
  method: 'GET',
  path: '/institutions',
  query: z.object({ name: z._default(z.string().check(z.trim(), z.maxLength(100)), ''), after: pageKey }),
  reply: page(institution),
});

export const proposeInstitution = route({
  summary: 'Propose an institution that is not on the list; one that is known already is answered instead',
  method: 'POST',
  path: '/institutions',
  body: z.object(said),
  reply: z.object({ institution, isNew: z.boolean() }),
  refusals: ['accounts.too-many-proposals'],
});

const institutionRecord = z.object({
  ...institution.shape,
  rorId: z.nullable(z.string()),
  state: z.enum(institutionStates),
  /** Its proposer, while it waits. */
  proposedBy: z.nullable(z.string()),
  proposedAt: z.nullable(instant),
  /** The number of accounts that name it. */
  people: z.int(),
});
export type InstitutionRecord = z.infer<typeof institutionRecord>;

const institutionsSort = sortBy(['name', 'state']);
export type InstitutionsSort = z.infer<typeof institutionsSort>;

export const listInstitutions = route({
  summary: 'List the institutions of this installation, for coordinators: search, country, status, who proposed them',
  method: 'GET',
  path: '/institution-records',
  query: z.object({
    q: searchText,
    country: z.optional(country),
    state: z.optional(z.enum(['proposed', 'confirmed'])),
    sort: institutionsSort,
    after: pageKey,
  }),
  reply: z.object({
    ...page(institutionRecord).shape,
    total: z.int(),
    proposed: z.int(),
    /** The values that the list can be filtered by. */
    countries: z.array(z.object({ country: z.string() })),
  }),
});

export const addInstitution = route({
  summary: 'Add an institution to the list',
  method: 'POST',
  path: '/institution-records',
  body: z.object(said),
  reply: created,
  refusals: ['accounts.institution-known'],
});

export const changeInstitution = route({
  summary: 'Correct an institution and confirm it; a new country moves the places counted there',
  method: 'PUT',
  path: '/institution-records/:institutionId',
  params: one,
  body: z.object(said),
  refusals: ['accounts.institution-known', ...noPlace],
});

export const mergeInstitutions = route({
  summary: 'Merge an institution into another: everything that names the first names the second from then on',
  method: 'POST',
  path: '/institution-records/:institutionId/merge',
  params: one,
  body: z.object({ intoId: id }),
  refusals: ['accounts.merge-with-itself', 'accounts.merged-already', 'accounts.two-in-the-registry', ...noPlace],
});
