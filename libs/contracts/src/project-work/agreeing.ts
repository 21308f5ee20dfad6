import { secondLooks, workOutcomes } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { line, paragraph } from '../shapes';
import { gradeRefusals } from './marking-shapes';
import { inEdition, ofBrief, ofWork } from './shapes';

const marked = { outcome: z.enum(workOutcomes), grade: z.optional(line(20)) };

export const proposeMark = route({
  summary: 'Propose an agreed mark to the other marker of a submission on which both differ',
  method: 'POST',
  path: '/editions/:editionId/project-work/marking/:workId/proposals',
  params: ofWork,
  body: z.object({ ...marked, words: paragraph(2000) }),
  refusals: [
    'project-work.nothing-to-agree',
    'project-work.not-its-marker',
    'project-work.answer-first',
    ...gradeRefusals,
  ],
});

export const answerProposal = route({
  summary: 'Accept or decline the mark that the other marker proposed',
  method: 'POST',
  path: '/editions/:editionId/project-work/marking/:workId/proposals/answer',
  params: ofWork,
  body: z.object({ accept: z.boolean() }),
  refusals: ['project-work.nothing-to-agree', 'project-work.not-its-marker', 'project-work.no-proposal'],
});

export const askThirdMarker = route({
  summary: 'Let a third marker decide on a submission on which two differ',
  method: 'POST',
  path: '/editions/:editionId/project-work/marking/:workId/third',
  params: ofWork,
  refusals: ['project-work.nothing-to-agree', 'project-work.not-its-marker'],
});

export const lookAgain = route({
  summary: 'Confirm or change the mark of a submission that is in a sample, or whose result was appealed',
  method: 'POST',
  path: '/editions/:editionId/project-work/marking/:workId/second-look',
  params: ofWork,
  body: z.object({ kind: z.enum(secondLooks), ...marked, reason: paragraph(4000) }),
  refusals: [
    'project-work.no-second-look',
    'project-work.own-work',
    'project-work.look-by-somebody-else',
    ...gradeRefusals,
  ],
});

export const drawSampleOfWorks = route({
  summary: 'Draw the sample of marked submissions that somebody else looks at once more',
  method: 'POST',
  path: '/editions/:editionId/project-work/sample',
  params: inEdition,
  query: ofBrief,
  reply: z.object({ drawn: z.int(), of: z.int(), seed: z.string() }),
  refusals: ['project-work.no-sample', 'project-work.nothing-to-sample'],
});
