import * as z from 'zod/mini';
import { route } from '../route';
import { fileQuery, uploadRefusals } from '../files';
import { created, day, id, inLanguages, instant, line, refusal, storedFile } from '../shapes';
import { ofGroup, whyNot } from './shapes';
import { handInWork } from './work';

/** Part of a text written together: a Yjs update of version 1, in base64. */
const update = z.string().check(z.maxLength(400_000), z.regex(/^[A-Za-z0-9+/]*={0,2}$/));

const place = z.nullable(z.object({ client: z.int(), clock: z.int() }));
/** A place in the text, as Yjs names it: it stays where it is while others write before it. */
const relative = z.object({
  type: z.nullish(place),
  tname: z.nullish(z.string().check(z.maxLength(20))),
  item: z.nullish(place),
  assoc: z.nullish(z.int()),
});
const cursor = z.nullable(z.object({ anchor: relative, head: relative }));
export type WorkspaceCursor = z.infer<typeof cursor>;

/** What a browser says on the line of a workspace, as JSON. */
export const saidToWorkspace = z.discriminatedUnion('is', [
  /** The first thing: the number of the newest change that this browser has; 0: it has none. */
  z.object({ is: z.literal('join'), known: z.int().check(z.nonnegative()) }),
  /** A change. It is kept once `written` names its turn. */
  z.object({ is: z.literal('write'), turn: z.int().check(z.nonnegative()), update }),
  z.object({ is: z.literal('point'), at: cursor }),
]);
export type SaidToWorkspace = z.infer<typeof saidToWorkspace>;

const person = z.object({ number: z.int(), name: z.string(), isYou: z.boolean(), at: cursor });

/** What is said to a browser. */
export const saidByWorkspace = z.discriminatedUnion('is', [
  /** Whether this person may write, and why not. Said first, and whenever it changes. */
  z.object({ is: z.literal('standing'), canWrite: z.boolean(), whyNot }),
  /** Every change up to `newest` that this browser did not have. */
  z.object({ is: z.literal('changes'), newest: z.int(), update: z.nullable(z.string()) }),
  z.object({ is: z.literal('written'), turn: z.int() }),
  z.object({
    is: z.literal('refused'),
    turn: z.int(),
    why: refusal,
  }),
  z.object({ is: z.literal('people'), people: z.array(person) }),
]);
export type SaidByWorkspace = z.infer<typeof saidByWorkspace>;
export type PersonInWorkspace = z.infer<typeof person>;

const task = z.object({
  title: line(200),
  /** A member's, or nobody's yet. */
  enrolmentId: z.nullable(id),
  dueOn: z.nullable(day),
  isDone: z.boolean(),
});
export type WorkspaceTaskBody = z.infer<typeof task>;

/** The work is being marked, or done. */
const whyNotToWrite = [
  'workspace.not-a-member',
  'project-work.being-marked',
  'project-work.already-passed',
  'project-work.no-attempt-left',
] as const;

const workspace = '/editions/:editionId/project-work/groups/:groupId/workspace';

export const readWorkspace = route({
  summary:
    'The workspace of a group without its text: its members, its files and tasks, and whether one may write in it',
  method: 'GET',
  path: workspace,
  params: ofGroup,
  reply: z.object({
    title: inLanguages,
    name: z.nullable(z.string()),
    members: z.array(z.object({ enrolmentId: id, name: z.string() })),
    /** What is still to be done first, and of that what is due first. */
    tasks: z.array(z.extend(task, { id })),
    files: z.array(z.object({ id, file: storedFile, by: z.string(), at: instant })),
    /** What is to be confirmed when the text is handed in; `null` for nothing. */
    originality: z.nullable(inLanguages),
    can: z.object({ write: z.boolean() }),
    whyNotWrite: whyNot,
  }),
});
export type WorkspaceView = z.infer<NonNullable<typeof readWorkspace.reply>>;

export const joinWorkspace = route({
  summary: 'Write together, over a WebSocket: what is said on it is in `saidToWorkspace` and `saidByWorkspace`',
  method: 'GET',
  path: `${workspace}/line`,
  params: ofGroup,
  reply: 'socket',
  refusals: ['common.needs-websocket', 'common.foreign-request', 'common.too-many-requests', 'common.unavailable'],
});

export const readTextVersions = route({
  summary: 'The versions of a group’s text, the newest first: what one person wrote in one go',
  method: 'GET',
  path: `${workspace}/versions`,
  params: ofGroup,
  /** `next` of the answer before. */
  query: z.object({ before: z.optional(z.coerce.number().check(z.int(), z.positive())) }),
  reply: z.object({
    /** `by` is `null` for the outline with which a text begins. */
    items: z.array(z.object({ number: z.int(), by: z.nullable(z.string()), since: instant, at: instant })),
    next: z.nullable(z.int()),
  }),
});
export type TextVersion = z.infer<NonNullable<typeof readTextVersions.reply>>['items'][number];

export const readTextVersion = route({
  summary: 'A group’s text as it was after a change, or as it is, and who wrote with which number',
  method: 'GET',
  path: `${workspace}/text`,
  params: ofGroup,
  query: z.object({ upTo: z.optional(z.coerce.number().check(z.int(), z.positive())) }),
  reply: z.object({
    /** A Yjs update of version 1 in base64. */
    update: z.nullable(z.string()),
    writers: z.array(z.object({ client: z.string(), name: z.string() })),
  }),
});

export const addWorkspaceFile = route({
  summary: 'Share a file with one’s own group',
  method: 'POST',
  path: `${workspace}/files`,
  params: ofGroup,
  upload: true,
  reply: created,
  refusals: [...whyNotToWrite, 'workspace.too-many-files', ...uploadRefusals],
});

const ofSharedFile = z.extend(ofGroup, { sharedFileId: id });

export const readWorkspaceFile = route({
  summary: 'Download a file of a workspace',
  method: 'GET',
  path: `${workspace}/files/:sharedFileId`,
  params: ofSharedFile,
  query: fileQuery,
  reply: 'file',
});

export const removeWorkspaceFile = route({
  summary: 'Remove a file from the workspace of one’s own group',
  method: 'DELETE',
  path: `${workspace}/files/:sharedFileId`,
  params: ofSharedFile,
  refusals: whyNotToWrite,
});

export const addWorkspaceTask = route({
  summary: 'Add a task to the workspace of one’s own group',
  method: 'POST',
  path: `${workspace}/tasks`,
  params: ofGroup,
  body: task,
  reply: created,
  refusals: [...whyNotToWrite, 'workspace.too-many-tasks'],
});

const ofTask = z.extend(ofGroup, { taskId: id });

export const changeWorkspaceTask = route({
  summary: 'Change a task: what is to be done, by whom, until when, and whether it is done',
  method: 'PUT',
  path: `${workspace}/tasks/:taskId`,
  params: ofTask,
  body: task,
  refusals: whyNotToWrite,
});

export const removeWorkspaceTask = route({
  summary: 'Remove a task from the workspace of one’s own group',
  method: 'DELETE',
  path: `${workspace}/tasks/:taskId`,
  params: ofTask,
  refusals: whyNotToWrite,
});

export const handInText = route({
  summary: 'Submit the text of one’s own group’s workspace, as a PDF, as the next version of its project work',
  method: 'POST',
  path: `${workspace}/submission`,
  params: ofGroup,
  body: z.object({ isOriginal: z.boolean() }),
  reply: created,
  refusals: ['workspace.text-is-empty', 'workspace.not-a-member', ...(handInWork.refusals ?? [])],
});
