import { planRules, workStates } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { id, instant, line, page, pageQuery } from '../shapes';
import { groupMember, inEdition, ofWork } from './shapes';

export const readMarkingPlan = route({
  summary: 'Who is asked to mark which submission, the load of each marker, and who of them is a professor',
  method: 'GET',
  path: '/editions/:editionId/project-work/plan',
  params: inEdition,
  query: pageQuery,
  reply: z.extend(
    page(
      z.object({
        workId: id,
        group: z.nullable(z.string()),
        members: z.array(groupMember),
        handedInAt: instant,
        state: z.enum(workStates),
        markersNeeded: z.int(),
        markings: z.int(),
        markers: z.array(
          z.object({
            accountId: id,
            name: z.string(),
            /** A member of the group, or of the same institution as one. */
            inConflict: z.boolean(),
          }),
        ),
      }),
    ),
    {
      markers: z.array(
        z.object({
          accountId: id,
          name: z.string(),
          institution: z.nullable(z.string()),
          language: z.string(),
          university: z.nullable(z.string()),
          planned: z.int(),
          marked: z.int(),
        }),
      ),
      /** The universities among the programme's awarding bodies and partners. */
      universities: z.array(z.string()),
      hasGrades: z.boolean(),
      /** Submissions that have fewer markers than they need, of those still to mark. */
      lacking: z.int(),
      can: z.object({ plan: z.boolean() }),
    },
  ),
});
export type MarkingPlanView = NonNullable<z.infer<NonNullable<typeof readMarkingPlan.reply>>>;

export const planMarkers = route({
  summary: 'Spread the submissions that nobody has begun to mark over the markers',
  method: 'POST',
  path: '/editions/:editionId/project-work/plan',
  params: inEdition,
  body: z.object({ rule: z.enum(planRules) }),
  reply: z.object({ works: z.int(), lacking: z.int() }),
});

export const setMarkersOfWork = route({
  summary: 'Set by hand who is asked to mark a submission; an empty list leaves it to all markers',
  method: 'PUT',
  path: '/editions/:editionId/project-work/plan/:workId',
  params: ofWork,
  body: z.object({ accountIds: z.array(id).check(z.maxLength(10)) }),
  refusals: ['project-work.not-a-marker', 'project-work.own-work'],
});

export const recordProfessorship = route({
  summary: 'Record of which university of the programme a marker is a professor, or that they are of none',
  method: 'PUT',
  path: '/editions/:editionId/project-work/markers/:accountId',
  params: z.object({ editionId: id, accountId: id }),
  body: z.object({ university: z.nullable(line(200)) }),
  refusals: ['project-work.not-a-marker', 'project-work.not-a-university', 'project-work.has-graded'],
});
