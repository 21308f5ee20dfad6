import { assignedRoles, editionNeeds } from '@libretto/domain';
import * as z from 'zod/mini';
import { editionCard } from './own-editions';
import { programmeDefinition } from './programme-definition';
import { type ReplyOf, route } from './route';
import { created, day, id, instant, line, timeZone } from './shapes';

const params = z.object({ editionId: id });

const plan = {
  name: line(200),
  startsOn: day,
  endsOn: day,
  applicationsCloseAt: instant,
  /** IANA, `Europe/Rome`: the default of its sessions. */
  timeZone,
  capacity: z.int().check(z.minimum(1), z.maximum(10_000)),
};

export const readOpenEditions = route({
  summary: 'Editions that are open, for visitors: those of one programme, or of all',
  method: 'GET',
  path: '/open-editions',
  sameForAll: 'checked',
  query: z.object({ programme: z.optional(z.string().check(z.maxLength(60))) }),
  reply: z.object({ items: z.array(editionCard) }),
});

export const readEdition = route({
  summary: 'One edition with the version of the programme that it runs',
  method: 'GET',
  path: '/editions/:editionId',
  params,
  reply: z.extend(editionCard, {
    capacity: z.int(),
    definition: programmeDefinition,
    can: z.object({ setUp: z.boolean(), glance: z.boolean(), apply: z.boolean() }),
  }),
});

export const planEdition = route({
  summary: 'Plan an edition of the newest version of a programme: a draft that only coordinators see',
  method: 'POST',
  path: '/editions',
  body: z.object({ programmeId: id, ...plan }),
  reply: created,
  refusals: ['editions.ends-before-it-starts', 'editions.closes-after-start'],
});

export const copyEdition = route({
  summary:
    'Plan an edition like this one, some days later: its sessions with their places, its quotas and materials, no people',
  method: 'POST',
  path: '/editions/:editionId/copies',
  params,
  body: z.object({ name: line(200), startsOn: day }),
  reply: created,
  refusals: ['editions.copy-starts-in-the-past', 'editions.closes-after-start'],
  evenWhenClosed: true,
});

export const changeEdition = route({
  summary: 'Change dates, name or capacity of an edition that is not closed',
  method: 'PUT',
  path: '/editions/:editionId',
  params,
  body: z.object(plan),
  refusals: [
    'editions.ends-before-it-starts',
    'editions.closes-after-start',
    'editions.too-few-days',
    'editions.capacity-only-grows',
    'editions.is-closed',
  ],
});

export const readSetUp = route({
  summary: 'What the coordinator sets up: who does what, and what the edition still needs to open',
  method: 'GET',
  path: '/editions/:editionId/set-up',
  params,
  reply: z.object({
    people: z.array(
      z.object({
        accountId: id,
        name: z.string(),
        email: z.string(),
        institution: z.nullable(z.string()),
        role: z.enum(assignedRoles),
      }),
    ),
    needs: z.array(z.enum(editionNeeds)),
    can: z.object({ change: z.boolean(), open: z.boolean(), close: z.boolean() }),
  }),
});
export type SetUp = ReplyOf<typeof readSetUp>;

export const assignRole = route({
  summary: 'Give somebody a role; a new chair or deputy follows the one before',
  method: 'POST',
  path: '/editions/:editionId/roles',
  params,
  body: z.object({ accountId: id, role: z.enum(assignedRoles) }),
  refusals: ['editions.takes-part', 'editions.has-applied', 'editions.own-deputy', 'editions.is-closed'],
});

export const removeRole = route({
  summary: 'Take a role back; an open edition keeps what it needs',
  method: 'DELETE',
  path: '/editions/:editionId/roles/:role/:accountId',
  params: z.extend(params, { role: z.enum(assignedRoles), accountId: id }),
  refusals: ['editions.still-needed', 'editions.is-closed'],
});

export const openEdition = route({
  summary: 'Open a draft: it shows in the catalogue and takes applications',
  method: 'POST',
  path: '/editions/:editionId/opening',
  params,
  refusals: ['editions.not-ready', 'editions.no-such-step', 'editions.deadline-is-past'],
});

export const closeEdition = route({
  summary: 'Close an edition that is over: nothing in it changes any more',
  method: 'POST',
  path: '/editions/:editionId/closing',
  params,
  evenWhenClosed: true,
  refusals: ['editions.no-such-step', 'editions.not-over', 'admissions.appeal-undecided'],
});
