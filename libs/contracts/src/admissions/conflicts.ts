import { commissionRoles, registeredGrounds } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { created, id, instant, page, pageQuery, paragraph, searchText, sortBy } from '../shapes';
import { editionLine } from './application';
import { applicantLine } from './commission';

const inEdition = z.object({ editionId: id });

const conflictGround = z.object({
  /** The id for clearing it; `null` if it is proven, declared, or about the reader. */
  id: z.nullable(id),
  ground: z.enum(registeredGrounds),
  reason: z.nullable(z.string()),
  /** The coordinator who pinned it; `null` if the member declared it or the platform found it. */
  by: z.nullable(z.string()),
  at: z.nullable(instant),
  /** For an applicant's claim, the member's answer; `null` until then, and for every other ground. */
  answer: z.nullable(z.object({ inConflict: z.boolean(), at: instant })),
  /** A cleared ground stays on record. */
  ended: z.nullable(z.object({ by: z.string(), because: z.string(), at: instant })),
});
export type ConflictGroundView = z.infer<typeof conflictGround>;

const conflictsSort = sortBy(['name', 'member']);
export type ConflictsSort = z.infer<typeof conflictsSort>;

export const readConflicts = route({
  summary:
    'List conflicts of interest between members and applicants, by ground; none that the reader must not know of',
  method: 'GET',
  path: '/editions/:editionId/conflicts',
  params: inEdition,
  query: z.extend(pageQuery, { q: searchText, ground: z.optional(z.enum(registeredGrounds)), sort: conflictsSort }),
  reply: z.extend(
    page(
      z.object({
        ...applicantLine,
        accountId: id,
        member: z.string(),
        role: z.enum(commissionRoles),
        /** Whether a conflict stands; otherwise all were cleared, or are claims. */
        stands: z.boolean(),
        grounds: z.array(conflictGround),
      }),
    ),
    {
      ...editionLine,
      /** The number of pairs in conflict. */
      standing: z.int(),
      /** The number of applicants' claims that wait for the member's answer. */
      unanswered: z.int(),
      /** The number of matching pairs on all pages. */
      total: z.int(),
      members: z.array(z.object({ accountId: id, name: z.string(), role: z.enum(commissionRoles) })),
      can: z.object({ pin: z.boolean() }),
    },
  ),
});
export type ConflictsView = z.infer<NonNullable<typeof readConflicts.reply>>;

export const findApplicants = route({
  summary: 'Find up to 20 applicants of an edition by name or institution, to record a conflict',
  method: 'GET',
  path: '/editions/:editionId/conflicts/applicants',
  params: inEdition,
  query: z.object({ q: searchText }),
  reply: z.object({ items: z.array(z.object(applicantLine)) }),
});

export const pinConflict = route({
  summary: 'Record a conflict between a member and an applicant, with a reason: the member loses access at once',
  method: 'POST',
  path: '/editions/:editionId/conflicts',
  params: inEdition,
  body: z.object({ applicationId: id, accountId: id, reason: paragraph(1000) }),
  reply: created,
  refusals: ['admissions.not-a-member', 'admissions.already-pinned'],
});

export const clearConflict = route({
  summary: 'Clear a recorded conflict, or an applicant’s claim, with a reason; the record stays',
  method: 'POST',
  path: '/editions/:editionId/conflicts/:conflictId/clearing',
  params: z.object({ editionId: id, conflictId: id }),
  body: z.object({ reason: paragraph(1000) }),
  refusals: ['admissions.conflict-stays', 'admissions.own-conflict'],
});
