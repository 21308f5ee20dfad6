import { workOutcomes } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { day, id, line, paragraph } from '../shapes';
import { gradeRefusals } from './marking-shapes';
import { ofWork } from './shapes';

export const releaseOneResult = route({
  summary: 'Publish the result of one submission before the others, with a reason',
  method: 'POST',
  path: '/editions/:editionId/project-work/release/:workId',
  params: ofWork,
  body: z.object({ reason: paragraph(1000), nextLastDay: z.nullable(day) }),
  refusals: ['project-work.works-unmarked', 'project-work.sample-not-drawn', 'project-work.next-deadline-missing'],
});

export const setIndividualResult = route({
  summary: 'Give one member of a group another result than the group’s, with a reason',
  method: 'PUT',
  path: '/editions/:editionId/project-work/marking/:workId/members/:enrolmentId',
  params: z.object({ editionId: id, workId: id, enrolmentId: id }),
  body: z.object({ outcome: z.enum(workOutcomes), grade: z.optional(line(20)), reason: paragraph(2000) }),
  refusals: ['project-work.names-hidden', 'project-work.no-result-yet', 'project-work.own-work', ...gradeRefusals],
});

export const appealResult = route({
  summary: 'Appeal a published result of one’s own group once: somebody else looks at the submission again',
  method: 'POST',
  path: '/editions/:editionId/project-work/works/:workId/appeal',
  params: ofWork,
  body: z.object({ reason: paragraph(4000) }),
  refusals: [
    'project-work.no-appeals',
    'project-work.no-result-yet',
    'project-work.appealed-already',
    'project-work.handed-in-again',
    'project-work.appeal-too-late',
  ],
});
