import { discussionStandings } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { created, id, instant, paragraph } from '../shapes';

const ofApplication = z.object({ editionId: id, applicationId: id });

const comment = z.object({
  id,
  name: z.string(),
  /** Empty after it was taken back. */
  words: z.string(),
  at: instant,
  takenBackAt: z.nullable(instant),
  can: z.object({ takeBack: z.boolean() }),
});

export const readDiscussion = route({
  summary: 'Read the commission’s discussion of an application; empty until one has voted',
  method: 'GET',
  path: '/editions/:editionId/dossiers/:applicationId/comments',
  params: ofApplication,
  reply: z.object({
    standing: z.enum(discussionStandings),
    items: z.array(comment),
    can: z.object({ write: z.boolean() }),
  }),
  refusals: ['admissions.declare-first'],
});
export type DiscussionView = z.infer<NonNullable<typeof readDiscussion.reply>>;

const speaking = [
  'admissions.declare-first',
  'admissions.not-before-commission',
  'admissions.ruled-first',
  'admissions.vote-before-discussing',
] as const;

export const writeComment = route({
  summary: 'Add a comment to the discussion of an application, once one has voted',
  method: 'POST',
  path: '/editions/:editionId/dossiers/:applicationId/comments',
  params: ofApplication,
  body: z.object({ words: paragraph(4000) }),
  reply: created,
  refusals: speaking,
});

export const takeCommentBack = route({
  summary: 'Delete one’s own comment: the text goes, a note that it existed stays',
  method: 'DELETE',
  path: '/editions/:editionId/dossiers/:applicationId/comments/:commentId',
  params: z.extend(ofApplication, { commentId: id }),
  refusals: speaking,
});
