import { editionRoles, editionStates } from '@libretto/domain/first';
import * as z from 'zod/mini';
import { route } from './route';
import { id, inLanguages, page, pageQuery, sortBy } from './shapes';

export const editionCard = z.object({
  id,
  name: z.string(),
  state: z.enum(editionStates),
  startsOn: z.string(),
  endsOn: z.string(),
  applicationsCloseAt: z.string(),
  timeZone: z.string(),
  takesApplications: z.boolean(),
  programme: z.object({ id, slug: z.string(), title: inLanguages, version: z.int() }),
});
export type EditionCard = z.infer<typeof editionCard>;

const myEdition = z.extend(editionCard, { roles: z.array(z.enum(editionRoles)) });
/** An edition with the actor's roles in it. */
export type MyEdition = z.infer<typeof myEdition>;

const editionsSort = sortBy(['from', 'until', 'state']);
export type EditionsSort = z.infer<typeof editionsSort>;

export const readEditions = route({
  summary: 'All editions for coordinators and registrars, one’s own for everybody else; the newest first',
  method: 'GET',
  path: '/editions',
  query: z.extend(pageQuery, { sort: editionsSort }),
  reply: page(myEdition),
});
