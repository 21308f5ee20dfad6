import { canBeAnswer, isThere, mayAttachToPost, mayChangePost, seesPost, standingOfPost } from './post';
import { mayCloseThread, mayMarkAnswer, mayReply, talkerIn, type ThreadKind, type ThreadPlace } from './thread';

const at = new Date('2026-11-23T09:00:00Z');
const post = { authorId: 'ana', at, removedAt: null, hiddenAt: null };
const ana = { accountId: 'ana', moderates: false };
const luca = { accountId: 'luca', moderates: false };
const tutor = { accountId: 'tutor', moderates: true };
const gone = { refused: 'discussions.post-gone', numbers: {} };

it.each([
  ['at once', 0, true],
  ['within half an hour', 29 * 60_000, true],
  ['later', 30 * 60_000, { refused: 'discussions.change-time-over', numbers: { minutes: 30 } }],
])('a post can be changed %s: %j', (_, later, expected) => {
  expect(mayChangePost(post, new Date(at.getTime() + later))).toEqual(expected);
});

it.each([
  [4, 0, true],
  [5, 0, { refused: 'discussions.too-many-files', numbers: { most: 5 } }],
  [0, 30 * 60_000, { refused: 'discussions.change-time-over', numbers: { minutes: 30 } }],
])('a post with %i files takes another after %i ms: %j', (files, later, expected) => {
  expect(mayAttachToPost(post, files, new Date(at.getTime() + later))).toEqual(expected);
});

it('a question is not its own answer, nor is what is gone', () => {
  const one = { ...post, id: 'one' };
  expect([canBeAnswer(one, 'first'), canBeAnswer({ ...one, hiddenAt: at }, 'first')]).toEqual([true, gone]);
  expect(canBeAnswer(one, 'one')).toEqual({ refused: 'discussions.no-answer-to-itself', numbers: {} });
});

it.each([
  ['shown', {}, true, [true, true, true]],
  ['hidden', { hiddenAt: at }, gone, [true, false, true]],
  ['removed', { removedAt: at }, gone, [false, false, false]],
  ['removed', { removedAt: at, hiddenAt: at }, gone, [false, false, false]],
])('a post that is %s with %j', (standing, values, there, seen) => {
  const one = { ...post, ...values };
  expect([standingOfPost(one), isThere(one), mayChangePost(one, at) === true]).toEqual([
    standing,
    there,
    there === true,
  ]);
  expect([ana, luca, tutor].map((talker) => seesPost(one, talker))).toEqual(seen);
});

it('an erased author is nobody', () => {
  const one = { ...post, authorId: null, hiddenAt: at };
  expect([ana, tutor].map((talker) => seesPost(one, talker))).toEqual([false, true]);
});

it.each<[ThreadPlace, ThreadKind, boolean[], boolean[]]>([
  ['module', 'question', [true, false, true], [false, false, true]],
  ['group', 'discussion', [false, false, false], [false, false, true]],
  ['direct', 'discussion', [false, false, false], [false, false, false]],
])('in a thread of a %s that is a %s', (place, kind, answers, closes) => {
  const thread = { place, kind, authorId: 'ana', isClosed: false };
  expect([ana, luca, tutor].map((talker) => mayMarkAnswer(thread, talker))).toEqual(answers);
  expect([ana, luca, tutor].map((talker) => mayCloseThread(thread, talker))).toEqual(closes);
});

it.each<[ThreadPlace, boolean]>([
  ['module', true],
  ['group', true],
  ['direct', false],
])('a tutor sees what was hidden in a thread of a %s: %s', (place, isSeen) => {
  expect(seesPost({ ...post, hiddenAt: at }, talkerIn({ place }, tutor))).toBe(isSeen);
});

it('a closed thread takes no posts', () => {
  expect([false, true].map((isClosed) => mayReply({ isClosed }))).toEqual([
    true,
    { refused: 'discussions.thread-closed', numbers: {} },
  ]);
});
