import { discussionStandings } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { created, id, instant, paragraph } from '../shapes';

const ofApplication = z.object({ editionId: id, applicationId: id });

const comment = z.object({
  id,
  name: z.string(),
  /** Empty once it was taken back. */
  words: z.string(),
  at: instant,
  takenBackAt: z.nullable(instant),
  can: z.object({ takeBack: z.boolean() }),
});

export const readDiscussion = route({
  summary: 'What members who have voted say to each other about a dossier; empty until one has voted',
  method: 'GET',
  path: '/editions/:editionId/dossiers/:applicationId/comments',
  params: ofApplication,
  reply: z.object({ standing: z.enum(discussionStandings), items: z.array(comment), can: z.object({ write: z.boolean() }) }),
  refusals: ['admissions.declare-first'],
});
export type DiscussionView = z.infer<NonNullable<typeof readDiscussion.reply>>;

export const writeComment = route({
  summary: 'Says something to the other members about a dossier, once one has voted',
  method: 'POST',
  path: '/editions/:editionId/dossiers/:applicationId/comments',
  params: ofApplication,
  body: z.object({ words: paragraph(4000) }),
  reply: created,
  refusals: ['admissions.declare-first', 'admissions.not-before-commission', 'admissions.vote-before-discussing'],
});

export const takeCommentBack = route({
  summary: 'Takes back one’s own comment: its words go, that it was there stays',
  method: 'DELETE',
  path: '/editions/:editionId/dossiers/:applicationId/comments/:commentId',
  params: z.extend(ofApplication, { commentId: id }),
  refusals: ['admissions.declare-first', 'admissions.not-before-commission', 'admissions.vote-before-discussing'],
});
