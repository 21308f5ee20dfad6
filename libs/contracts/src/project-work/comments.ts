import * as z from 'zod/mini';
import { uploadRefusals } from '../files';
import { route } from '../route';
import { created, id, paragraph } from '../shapes';
import { ofSubmission } from './annotations';
import { inEdition } from './shapes';

export const readComments = route({
  summary: 'List the comments that a marker uses again: their own, and those that the markers of the edition share',
  method: 'GET',
  path: '/editions/:editionId/project-work/comments',
  params: inEdition,
  reply: z.object({
    items: z.array(z.object({ id, words: z.string(), isShared: z.boolean(), isOwn: z.boolean() })),
  }),
});
export type ReusableComment = NonNullable<z.infer<NonNullable<typeof readComments.reply>>>['items'][number];

export const keepComment = route({
  summary: 'Keep a comment to use it again, for oneself or for all markers of the edition',
  method: 'POST',
  path: '/editions/:editionId/project-work/comments',
  params: inEdition,
  body: z.object({ words: paragraph(1000), isShared: z.boolean() }),
  reply: created,
  refusals: ['project-work.too-many-comments'],
});

export const removeComment = route({
  summary: 'Remove one’s own reusable comment',
  method: 'DELETE',
  path: '/editions/:editionId/project-work/comments/:reusableId',
  params: z.object({ editionId: id, reusableId: id }),
});

const recordingRefusals = [
  'project-work.own-work',
  'project-work.already-marked',
  'project-work.marking-over',
  'project-work.newer-version',
] as const;

export const recordComment = route({
  summary: 'Add a recorded comment to the newest version, in place of an earlier one',
  method: 'POST',
  path: '/editions/:editionId/project-work/submissions/:submissionId/recording',
  params: ofSubmission,
  upload: true,
  reply: created,
  refusals: [...recordingRefusals, 'project-work.recording-too-large', ...uploadRefusals],
});

export const writeOutRecording = route({
  summary: 'Say in words what a recorded comment says; nobody else hears it before that',
  method: 'PUT',
  path: '/editions/:editionId/project-work/submissions/:submissionId/recording',
  params: ofSubmission,
  body: z.object({ words: paragraph(4000) }),
  refusals: [...recordingRefusals, 'project-work.no-recording'],
});

export const removeRecording = route({
  summary: 'Remove one’s own recorded comment before marking',
  method: 'DELETE',
  path: '/editions/:editionId/project-work/submissions/:submissionId/recording',
  params: ofSubmission,
  refusals: [...recordingRefusals],
});

export const hearRecording = route({
  summary: 'Listen to a recorded comment that one may see',
  method: 'GET',
  path: '/editions/:editionId/project-work/submissions/:submissionId/recordings/:recordingId',
  params: z.extend(ofSubmission, { recordingId: id }),
  reply: 'file',
});
