import { heldRecords, hindranceKinds, programmeParts, requirementKinds } from '@libretto/domain';
import * as z from 'zod/mini';
import { type ReplyOf, route } from './route';
import { id, inLanguages, instant, page, pageQuery, paragraph } from './shapes';

const params = z.object({ editionId: id });

const asked = z.nullable(z.object({ amount: z.int(), modules: z.array(z.int()) }));

const minutes = z.nullable(z.object({ contact: z.int(), 'self-study': z.int(), project: z.int() }));
const criterion = z.nullable(z.object({ kind: z.enum(['required', 'preferred']), statement: inLanguages }));

const difference = z.discriminatedUnion('what', [
  z.object({ what: z.literal('requirement'), kind: z.enum(requirementKinds), before: asked, after: asked }),
  z.object({ what: z.literal('module'), number: z.int(), title: inLanguages, before: minutes, after: minutes }),
  z.object({ what: z.literal('criterion'), before: criterion, after: criterion }),
  z.object({ what: z.literal('part'), part: z.enum(programmeParts) }),
]);

export const hindrance = z.object({
  what: z.enum(hindranceKinds),
  module: z.nullable(z.int()),
  /** The title of the brief, where the edition's version has several. */
  brief: z.nullable(inLanguages),
  records: z.enum(heldRecords),
  count: z.nullable(z.int()),
});

/**
 * Somebody who lacks more or less in the newer version. The missing amount is in the requirement's own unit; `null` if
 * it is not required.
 */
const moved = z.object({
  enrolmentId: id,
  name: z.string(),
  institution: z.nullable(z.string()),
  isComplete: z.object({ before: z.boolean(), after: z.boolean() }),
  requirements: z.array(
    z.object({ kind: z.enum(requirementKinds), before: z.nullable(z.int()), after: z.nullable(z.int()) }),
  ),
  hasAward: z.boolean(),
});

export const readMovePreview = route({
  summary:
    'What moving an edition to the newest version of its programme would change, for whom, and what stands in the way',
  method: 'GET',
  path: '/editions/:editionId/move',
  params,
  query: pageQuery,
  reply: z.extend(page(moved), {
    edition: z.string(),
    from: z.int(),
    to: z.int(),
    differences: z.array(difference),
    hindrances: z.array(hindrance),
    enrolled: z.int(),
    changed: z.int(),
    complete: z.object({ before: z.int(), after: z.int() }),
  }),
  refusals: ['editions.is-closed', 'editions.no-newer-version'],
});
export type MovePreview = ReplyOf<typeof readMovePreview>;

export const moveEdition = route({
  summary:
    'Move an edition to the newest version of its programme, as the preview showed it; what each participant still needs is looked at again',
  method: 'POST',
  path: '/editions/:editionId/move',
  params,
  body: z.object({ from: z.int(), to: z.int(), reason: paragraph(500) }),
  refusals: ['editions.is-closed', 'editions.no-newer-version', 'editions.move-is-stale', 'editions.move-is-hindered'],
});

export const readMoves = route({
  summary:
    'To which versions an edition was moved, when, by whom and why, the newest first; and whether a newer one is published',
  method: 'GET',
  path: '/editions/:editionId/moves',
  params,
  reply: z.object({
    newer: z.nullable(z.int()),
    moves: z.array(z.object({ id, from: z.int(), to: z.int(), by: z.string(), at: instant, reason: z.string() })),
  }),
});
export type MovesView = ReplyOf<typeof readMoves>;
