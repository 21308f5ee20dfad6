import * as z from 'zod/mini';
import { route } from '../route';
import { created, day, id, instant, refusal } from '../shapes';
import { editionLine } from './application';

const inEdition = z.object({ editionId: id });

export const readAssignment = route({
  summary:
    'Read how many applications each member reviews, which lack reviewers and why, and what distributing them would change',
  method: 'GET',
  path: '/editions/:editionId/admissions/assignment',
  params: inEdition,
  reply: z.object({
    ...editionLine,
    /** The applications before the commission. */
    dossiers: z.int(),
    members: z.array(
      z.object({
        accountId: id,
        name: z.string(),
        role: z.enum(['member', 'chair', 'deputy']),
        /** `null`: no limit. It does not count dossiers that a member chairs. */
        limit: z.nullable(z.int()),
        chairs: z.int(),
        load: z.int(),
        /** After a run. */
        loadThen: z.int(),
      }),
    ),
    /** The first dossiers that lack readers now or would after a run; `why` is the reason if a run cannot help. */
    lacking: z.array(
      z.object({ applicationId: id, name: z.string(), needed: z.int(), got: z.int(), why: z.nullable(refusal) }),
    ),
    lackingInAll: z.int(),
    /** The changes that a run would make: readings that are new, go to another member, end, or stay. */
    moves: z.object({ added: z.int(), moved: z.int(), ended: z.int(), kept: z.int() }),
    /** The last one. */
    run: z.nullable(z.object({ number: z.int(), at: instant, by: z.string(), readBy: day })),
    can: z.object({ assign: z.boolean(), limit: z.boolean() }),
  }),
});
export type AssignmentView = z.infer<NonNullable<typeof readAssignment.reply>>;

export const assignDossiers = route({
  summary:
    'Distribute applications evenly among the members, respecting conflicts and limits; changes as little as possible',
  method: 'POST',
  path: '/editions/:editionId/admissions/assignment',
  params: inEdition,
  body: z.object({ readBy: day }),
  reply: created,
  refusals: ['admissions.assignment-stands'],
});

export const setReadingLimits = route({
  summary: 'Set how many applications each member reviews at most, from the next distribution on',
  method: 'PUT',
  path: '/editions/:editionId/admissions/assignment/limits',
  params: inEdition,
  body: z.object({
    limits: z
      .array(z.object({ accountId: id, dossiers: z.nullable(z.int().check(z.minimum(0), z.maximum(10_000))) }))
      .check(z.maxLength(200)),
  }),
});
