import { postStandings, threadKinds, threadPlaces } from '@libretto/domain';
import * as z from 'zod/mini';
import { fileQuery, uploadRefusals } from './files';
import { type ReplyOf, route } from './route';
import { created, id, inLanguages, instant, line, page, pageQuery, paragraph, searchText, storedFile } from './shapes';

const inEdition = z.object({ editionId: id });
const inThread = z.object({ editionId: id, threadId: id });
const inPost = z.object({ editionId: id, threadId: id, postId: id });
const text = paragraph(5000);
/** The accounts of people mentioned in a text, each as `@` and their name. */
const mentions = z.array(id).check(z.maxLength(20));

/** Where a thread is, in the words of its place. */
const placeShown = {
  place: z.enum(threadPlaces),
  moduleNumber: z.nullable(z.int()),
  module: z.nullable(inLanguages),
  group: z.nullable(z.string()),
  /** The other one, of a direct thread. */
  with: z.nullable(z.string()),
};

const thread = {
  id,
  ...placeShown,
  kind: z.enum(threadKinds),
  /** Empty where its author deleted their account, and for direct messages. */
  title: z.string(),
  by: z.nullable(z.string()),
  lastAt: instant,
  posts: z.int(),
  isAnswered: z.boolean(),
  isClosed: z.boolean(),
  isUnread: z.boolean(),
};

export const listThreads = route({
  summary: 'The threads of an edition that the signed-in person may read, those with the newest post first',
  method: 'GET',
  path: '/editions/:editionId/threads',
  params: inEdition,
  query: z.object({
    ...pageQuery.shape,
    /** `direct`: messages; `module.2`; `group.` with its id. Without it, all but messages. */
    place: z.optional(z.string().check(z.regex(/^(direct|module\.\d{1,3}|group\.[0-9a-f-]{36})$/))),
  }),
  reply: z.object({
    ...page(z.object(thread)).shape,
    modules: z.array(z.object({ number: z.int(), title: inLanguages })),
    groups: z.array(z.object({ id, name: z.string() })),
    /** The number of reported posts at which nobody has looked, for moderators. */
    reports: z.nullable(z.int()),
    can: z.object({ start: z.boolean() }),
  }),
});
export type ThreadListed = ReplyOf<typeof listThreads>['items'][number];

export const post = z.object({
  id,
  by: z.nullable(z.string()),
  isOwn: z.boolean(),
  /** Of somebody who teaches in the edition. */
  isTutors: z.boolean(),
  at: instant,
  editedAt: z.nullable(instant),
  standing: z.enum(postStandings),
  /** Empty for readers who may not see it. */
  text: z.string(),
  mentioned: z.array(z.string()),
  files: z.array(z.object({ id, file: storedFile })),
  /** Why it was hidden, for its author and moderators. */
  reason: z.nullable(z.string()),
  isAnswer: z.boolean(),
  isNew: z.boolean(),
  can: z.object({
    change: z.boolean(),
    remove: z.boolean(),
    hide: z.boolean(),
    report: z.boolean(),
    answer: z.boolean(),
  }),
});
export type PostView = z.infer<typeof post>;

export const readThread = route({
  summary: 'One thread with a page of its posts, the oldest first',
  method: 'GET',
  path: '/editions/:editionId/threads/:threadId',
  params: inThread,
  query: z.object({
    ...pageQuery.shape,
    /** The post with which the page begins, in a thread of several pages. */
    from: z.optional(id),
  }),
  reply: z.object({
    ...thread,
    follows: z.boolean(),
    items: z.array(post),
    next: z.nullable(z.string()),
    can: z.object({ reply: z.boolean(), close: z.boolean() }),
  }),
});
export type ThreadView = ReplyOf<typeof readThread>;

export const startThread = route({
  summary: 'Start a thread in a module or a group',
  method: 'POST',
  path: '/editions/:editionId/threads',
  params: inEdition,
  body: z.object({
    in: z.discriminatedUnion('place', [
      z.object({ place: z.literal('module'), moduleNumber: z.int() }),
      z.object({ place: z.literal('group'), groupId: id }),
    ]),
    kind: z.enum(threadKinds),
    title: line(120),
    text,
  }),
  reply: created,
});

export const sendMessage = route({
  summary: 'Write to one tutor or participant of the edition; messages with the same person are one thread',
  method: 'POST',
  path: '/editions/:editionId/messages',
  params: inEdition,
  body: z.object({ accountId: id, text }),
  reply: created,
});

export const listPartners = route({
  summary: 'Whom the signed-in person can write a message: tutors for a participant, participants for a tutor',
  method: 'GET',
  path: '/editions/:editionId/message-partners',
  params: inEdition,
  reply: z.object({ people: z.array(z.object({ id, label: z.string() })), can: z.object({ write: z.boolean() }) }),
});

export const listReaders = route({
  summary: 'Who may read a thread, to mention them: those whose name has these words',
  method: 'GET',
  path: '/editions/:editionId/threads/:threadId/readers',
  params: inThread,
  query: z.object({ q: searchText }),
  reply: z.object({ people: z.array(z.object({ id, name: z.string() })) }),
});

export const writePost = route({
  summary: 'Write a post in a thread; followers and mentioned people are told',
  method: 'POST',
  path: '/editions/:editionId/threads/:threadId/posts',
  params: inThread,
  body: z.object({ text, mentions }),
  reply: created,
  refusals: ['discussions.thread-closed', 'discussions.cannot-mention'],
});

export const changePost = route({
  summary: 'Change the text of one’s own post, for a while',
  method: 'PUT',
  path: '/editions/:editionId/threads/:threadId/posts/:postId',
  params: inPost,
  body: z.object({ text }),
  refusals: ['discussions.change-time-over', 'discussions.post-gone'],
});

export const removePost = route({
  summary: 'Remove one’s own post: its place stays, its text and files go',
  method: 'DELETE',
  path: '/editions/:editionId/threads/:threadId/posts/:postId',
  params: inPost,
});

export const attachToPost = route({
  summary: 'Add a file to one’s own post, for a while',
  method: 'POST',
  path: '/editions/:editionId/threads/:threadId/posts/:postId/files',
  params: inPost,
  upload: true,
  reply: created,
  refusals: [...uploadRefusals, 'discussions.change-time-over', 'discussions.post-gone', 'discussions.too-many-files'],
});

export const openPostFile = route({
  summary: 'The file of a post',
  method: 'GET',
  path: '/editions/:editionId/threads/:threadId/posts/:postId/files/:postFileId',
  params: z.object({ ...inPost.shape, postFileId: id }),
  query: fileQuery,
  reply: 'file',
});

export const hidePost = route({
  summary: 'Hide a post from readers, with a reason that its author is told',
  method: 'POST',
  path: '/editions/:editionId/threads/:threadId/posts/:postId/hiding',
  params: inPost,
  body: z.object({ reason: paragraph(500) }),
  refusals: ['discussions.post-gone'],
});

export const reportPost = route({
  summary: 'Report a post to moderators; again changes the reason',
  method: 'PUT',
  path: '/editions/:editionId/threads/:threadId/posts/:postId/report',
  params: inPost,
  body: z.object({ reason: paragraph(500) }),
  refusals: ['discussions.post-gone'],
});

export const listReports = route({
  summary: 'The reported posts of an edition at which nobody has looked, the oldest first',
  method: 'GET',
  path: '/editions/:editionId/post-reports',
  params: inEdition,
  query: pageQuery,
  reply: page(
    z.object({
      id,
      threadId: id,
      postId: id,
      /** A direct thread stays with its two readers: the post alone is reported. */
      isDirect: z.boolean(),
      title: z.string(),
      by: z.nullable(z.string()),
      text: z.string(),
      reporter: z.string(),
      reason: z.string(),
      at: instant,
    }),
  ),
});

export const settleReport = route({
  summary: 'Say that a report was looked at and the post stays',
  method: 'POST',
  path: '/editions/:editionId/post-reports/:reportId/settlement',
  params: z.object({ editionId: id, reportId: id }),
});

export const markAnswer = route({
  summary: 'Say which post answers a question, or that none does',
  method: 'PUT',
  path: '/editions/:editionId/threads/:threadId/answer',
  params: inThread,
  body: z.object({ postId: z.nullable(id) }),
  refusals: ['discussions.post-gone', 'discussions.no-answer-to-itself'],
});

export const closeThread = route({
  summary: 'Close a thread, or open it again',
  method: 'PUT',
  path: '/editions/:editionId/threads/:threadId/closing',
  params: inThread,
  body: z.object({ isClosed: z.boolean() }),
});

export const followThread = route({
  summary: 'Follow a thread, or no longer',
  method: 'PUT',
  path: '/editions/:editionId/threads/:threadId/following',
  params: inThread,
  body: z.object({ follows: z.boolean() }),
});

export const readUpTo = route({
  summary: 'Remember up to which post the signed-in person has read a thread',
  method: 'PUT',
  path: '/editions/:editionId/threads/:threadId/reading',
  params: inThread,
  body: z.object({ postId: id }),
  evenWhenClosed: true,
});
