import {
  attachToPost,
  changePost,
  closeThread,
  followThread,
  hidePost,
  type InputOf,
  listPartners,
  listReaders,
  listReports,
  listThreads,
  markAnswer,
  openPostFile,
  readNews,
  readNotices,
  readThread,
  readUpTo,
  removePost,
  reportPost,
  searchTalk,
  sendMessage,
  settleReport,
  startThread,
  writePost,
} from '@libretto/contracts';
import { AccountLeaves } from '../features/accounts';
import { Post, PostFile, PostReport } from '../features/discussions/thread/post.entity';
import { aThread } from '../features/discussions/thread/thread.builder';
import { Thread, ThreadReader } from '../features/discussions/thread/thread.entity';
import { aBrief } from '../features/programmes/programme.builder';
import { aGroup } from '../features/project-work/work/project-work.builder';
import { GroupMember, ProjectGroup } from '../features/project-work/work/project-group.entity';
import { EditionRole } from '../features/accounts/roles/roles.entity';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { StoredFile } from '../platform/files/stored-file.entity';
import { aCoordinator, anEditionOf, aParticipant, aPerson, close } from './fixtures';
import { type Caller, describeOnEachDatabase, type TestApp } from './test-app';

const morning = new Date('2026-11-23T09:00:00Z');
type Start = InputOf<typeof startThread>['body'];

async function aClass(app: TestApp, definition: Parameters<typeof anEditionOf>[1] = {}) {
  app.clock.set(morning);
  const { id: editionId } = await anEditionOf(app, definition);
  const tutor = await aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const [ana, luca] = [
    await aParticipant(app, editionId, { givenName: 'Ana', familyName: 'Kovač' }),
    await aParticipant(app, editionId, { givenName: 'Luca', familyName: 'Bianchi' }),
  ];
  const { group, members } = aGroup(editionId, [ana.enrolment.id], 'Croatia');
  await app.build(ProjectGroup, group);
  await app.build(GroupMember, ...members);
  const params = { editionId };
  const start = async (values: Partial<Start> = {}, caller = ana.caller) => {
    const body: Start = {
      ...{ in: { place: 'module', moduleNumber: 1 }, kind: 'discussion', title: 'Databases', text: 'Which ones?' },
      ...values,
    };
    return caller.call(startThread, { params, body });
  };
  const started = async (values: Partial<Start> = {}, caller = ana.caller) => {
    const { body } = await start(values, caller);
    return { editionId, threadId: body.id };
  };
  const inGroup = { in: { place: 'group', groupId: group.id } } as const;
  return { editionId, tutor, ana, luca, group, members, params, start, started, inGroup };
}

type Place = { editionId: string; threadId: string };
const say = (caller: Caller, at: Place, text = 'This one.', mentions: string[] = []) =>
  caller.call(writePost, { params: at, body: { text, mentions } });
const read = (caller: Caller, at: Place) => caller.call(readThread, { params: at, query: {} });
const seen = async (caller: Caller, at: Place) => {
  const { items } = (await read(caller, at)).body;
  await caller.call(readUpTo, { params: at, body: { postId: items.at(-1)?.id as string } });
};
const told = async (app: TestApp, caller: Caller) => {
  expect(await app.runJobs()).toEqual([]);
  return (await caller.call(readNotices, { query: {} })).body.items.length;
};

describeOnEachDatabase('a thread', (app) => {
  it('of a module is read by everybody of the edition, and tells who follows once until they have read', async () => {
    const { ana, luca, tutor, params, started } = await aClass(app());
    const at = await started();
    await say(luca.caller, at, 'One https://example.org');
    await say(tutor.caller, at, 'Two');
    expect([await told(app(), ana.caller), await told(app(), luca.caller)]).toEqual([1, 1]);
    const { body } = await read(ana.caller, at);
    expect(body).toMatchObject({ title: 'Databases', posts: 3, follows: true, isUnread: true });
    expect(body.items.map(({ text, isNew, isTutors }) => [text, isNew, isTutors])).toEqual([
      ['Which ones?', false, false],
      ['One https://example.org', true, false],
      ['Two', true, true],
    ]);
    expect((await ana.caller.call(readNews, { params })).body).toEqual({ announcements: 0, threads: 1, messages: 0 });
    await seen(ana.caller, at);
    expect((await ana.caller.call(readNews, { params })).body.threads).toBe(0);
    await say(tutor.caller, at, 'Three');
    expect([await told(app(), ana.caller), await told(app(), luca.caller)]).toEqual([2, 1]);
    await ana.caller.call(followThread, { params: at, body: { follows: false } });
    await seen(ana.caller, at);
    await say(tutor.caller, at, 'Four');
    expect(await told(app(), ana.caller)).toBe(2);
    expect(app().mails().at(-1)?.replace(/=\r\n/g, '')).toContain('reach anybody');
  });

  it('of a group is its members’ and the tutors’, and no longer theirs who left it', async () => {
    const { ana, luca, tutor, members, params, inGroup, start, started } = await aClass(app());
    expect((await start(inGroup, luca.caller)).status).toBe(404);
    const at = await started(inGroup);
    await say(tutor.caller, at);
    const listed = async (caller: Caller) =>
      (await caller.call(listThreads, { params, query: {} })).body.items.map(({ id }) => id);
    expect([await listed(ana.caller), await listed(luca.caller), await listed(tutor.caller)]).toEqual([
      [at.threadId],
      [],
      [at.threadId],
    ]);
    expect([(await read(luca.caller, at)).status, (await say(luca.caller, at)).status]).toEqual([404, 404]);
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.delete(GroupMember, { id: members[0]?.id }));
    // What she was to be told of is not hers any more.
    expect(await told(app(), ana.caller)).toBe(0);
    expect([(await read(ana.caller, at)).status, await listed(ana.caller)]).toEqual([404, []]);
    const found = await ana.caller.call(searchTalk, { params, query: { q: 'this' } });
    expect(found.body.items).toEqual([]);
  });

  it('of a group whose works are marked without names is no tutor’s', async () => {
    const { ana, tutor, params, inGroup, started } = await aClass(app(), { projectWork: aBrief({ anonymous: true }) });
    const at = await started({ ...inGroup, kind: 'question' });
    expect([(await read(tutor.caller, at)).status, await told(app(), tutor.caller)]).toEqual([404, 0]);
    const post = (await read(ana.caller, at)).body.items[0]?.id as string;
    await app().build(PostReport, {
      ...{ id: newId(), editionId: at.editionId, postId: post, accountId: ana.account.id },
      ...{ reason: 'Look.', at: morning, settledAt: null },
    });
    const reports = async (caller: Caller) => (await caller.call(listReports, { params, query: {} })).body.items.length;
    expect([await reports(tutor.caller), await reports(await aCoordinator(app()))]).toEqual([0, 1]);
    const place = { ...at, postId: post };
    const hidden = await tutor.caller.call(hidePost, { params: place, body: { reason: 'No.' } });
    expect(hidden.status).toBe(404);
  });

  it('between a participant and a tutor is theirs alone, and one, however many begin it at once', async () => {
    const { ana, luca, tutor, editionId, params } = await aClass(app());
    const partners = (await ana.caller.call(listPartners, { params })).body.people;
    expect(partners.map(({ id }) => id)).toEqual([tutor.account.id]);
    const send = (caller: Caller, accountId: string) =>
      caller.call(sendMessage, { params, body: { accountId, text: 'A word.' } });
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, turn) =>
        turn % 2 ? send(tutor.caller, ana.account.id) : send(ana.caller, tutor.account.id),
      ),
    );
    const ids = new Set(answers.map(({ body }) => body.id));
    expect([ids.size, answers.every(({ status }) => status === 201)]).toEqual([1, true]);
    const at = { editionId, threadId: [...ids][0] as string };
    expect((await read(ana.caller, at)).body).toMatchObject({ posts: 6, place: 'direct' });
    expect((await send(ana.caller, luca.account.id)).status).toBe(404);
    const coordinator = await aCoordinator(app());
    for (const caller of [luca.caller, coordinator]) expect((await read(caller, at)).status).toBe(404);
    expect(
      (await coordinator.call(sendMessage, { params, body: { accountId: ana.account.id, text: 'A' } })).status,
    ).toBe(403);
    expect([await told(app(), ana.caller), await told(app(), tutor.caller)]).toEqual([1, 1]);
    expect((await ana.caller.call(readNews, { params })).body).toMatchObject({ threads: 0, messages: 1 });
    // A reported message is a coordinator's to look at, and nothing around it.
    const postId = (await read(ana.caller, at)).body.items.find(({ isOwn }) => !isOwn)?.id as string;
    await ana.caller.call(reportPost, { params: { ...at, postId }, body: { reason: 'Rude.' } });
    expect((await tutor.caller.call(listReports, { params, query: {} })).body.items).toEqual([]);
    expect((await coordinator.call(listReports, { params, query: {} })).body.items).toMatchObject([
      { postId, text: 'A word.', isDirect: true, reason: 'Rude.' },
    ]);
    const hiding = { params: { ...at, postId }, body: { reason: 'Rude.' } };
    const hidden = (await tutor.caller.call(hidePost, hiding)).status;
    expect([hidden, (await coordinator.call(hidePost, hiding)).status]).toEqual([403, 204]);
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.delete(EditionRole, { accountId: tutor.account.id, editionId }));
    expect((await read(tutor.caller, at)).status).toBe(403);
  });

  it('mentions who may read it and nobody else, and finds nobody else by their name', async () => {
    const { ana, luca, tutor, inGroup, started } = await aClass(app());
    const at = await started(inGroup);
    const found = async (q: string) =>
      (await ana.caller.call(listReaders, { params: at, query: { q } })).body.people.map(({ id }) => id);
    expect([await found('bianchi'), await found('')]).toEqual([[], [tutor.account.id]]);
    for (const accountId of [luca.account.id, newId()])
      expect((await say(ana.caller, at, '@Luca Bianchi', [accountId])).body.code).toBe('discussions.cannot-mention');
    await say(ana.caller, at, 'What do you say?', [tutor.account.id]);
    await say(ana.caller, at, 'And now?', [tutor.account.id]);
    expect([await told(app(), tutor.caller), await told(app(), luca.caller)]).toEqual([1, 0]);
    const [reader] = await app().rows(ThreadReader, { threadId: at.threadId, accountId: tutor.account.id });
    expect(reader).toMatchObject({ follows: false, isTold: true });
  });

  it('that asks tells the tutors, and has one answer, marked by many at once', async () => {
    const { ana, luca, tutor, started } = await aClass(app());
    const at = await started({ kind: 'question' });
    expect(await told(app(), tutor.caller)).toBe(1);
    const posts = await Promise.all(['A', 'B', 'C', 'D'].map((text) => say(luca.caller, at, text)));
    expect(await app().rows(Thread, { id: at.threadId })).toMatchObject([{ posts: 5 }]);
    const mark = (caller: Caller, postId: string | null) => caller.call(markAnswer, { params: at, body: { postId } });
    const answers = await Promise.all(
      posts.map(({ body }, turn) => mark(turn % 2 ? ana.caller : tutor.caller, body.id)),
    );
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    expect((await read(luca.caller, at)).body.items.filter(({ isAnswer }) => isAnswer)).toHaveLength(1);
    expect((await mark(luca.caller, null)).status).toBe(403);
    const first = (await read(ana.caller, at)).body.items[0]?.id as string;
    expect((await mark(ana.caller, first)).body.code).toBe('discussions.no-answer-to-itself');
    expect((await mark(ana.caller, newId())).status).toBe(404);
    const talk = await started();
    const { body } = await say(luca.caller, talk);
    const inTalk = { params: talk, body: { postId: body.id } };
    expect((await ana.caller.call(markAnswer, inTalk)).status).toBe(403);
  });

  it('that is closed takes no posts, until it is opened again', async () => {
    const { ana, luca, tutor, started } = await aClass(app());
    const at = await started();
    const set = (caller: Caller, isClosed: boolean) => caller.call(closeThread, { params: at, body: { isClosed } });
    expect((await set(ana.caller, true)).status).toBe(403);
    await set(tutor.caller, true);
    expect((await say(luca.caller, at)).body.code).toBe('discussions.thread-closed');
    await set(tutor.caller, false);
    expect((await say(luca.caller, at)).status).toBe(201);
  });

  it('of a closed edition is read and not written', async () => {
    const { editionId, ana, luca, params, start, started } = await aClass(app());
    const at = await started();
    await close(app(), editionId);
    const { body } = await read(luca.caller, at);
    expect([body.items[0]?.text, body.can.reply]).toEqual(['Which ones?', false]);
    const postId = body.items[0]?.id as string;
    expect((await luca.caller.call(readUpTo, { params: at, body: { postId } })).status).toBe(204);
    for (const refused of [
      await say(ana.caller, at),
      await start(),
      await ana.caller.call(removePost, { params: { ...at, postId } }),
    ])
      expect(refused.body.code).toBe('editions.is-closed');
    expect((await luca.caller.call(listThreads, { params, query: {} })).body.can.start).toBe(false);
  });

  it('costs as many statements with 5,000 posts as with five, and pages by key', async () => {
    const { editionId, ana, params, luca } = await aClass(app());
    const built = async (posts: number) => {
      const one = aThread(
        { editionId, authorId: luca.account.id },
        Array.from({ length: posts }, (_, at) => `${at}`),
      );
      await app().build(Thread, one.thread);
      await app().build(Post, ...one.posts);
      return { editionId, threadId: one.thread.id, postIds: one.posts.map(({ id }) => id) };
    };
    const few = await built(5);
    const small = (await read(ana.caller, few)).statements;
    const list = (await ana.caller.call(listThreads, { params, query: {} })).statements;
    const many = await built(5000);
    const { statements, body } = await read(ana.caller, many);
    expect([statements, (await ana.caller.call(listThreads, { params, query: {} })).statements]).toEqual([small, list]);
    expect(Math.max(small, list)).toBeLessThanOrEqual(8);
    expect([body.items.length, body.items[0]?.text]).toEqual([50, '0']);
    const next = await ana.caller.call(readThread, { params: many, query: { after: body.next as string } });
    expect(next.body.items[0]?.text).toBe('50');
    const textsFrom = async ({ postIds, ...at }: Awaited<ReturnType<typeof built>>, place: number) => {
      const page = await ana.caller.call(readThread, { params: at, query: { from: postIds[place] } });
      expect(page.statements).toBe(small);
      return page.body.items.map(({ text }) => text);
    };
    expect(await textsFrom(many, 4998)).toEqual(['4998', '4999']);
    expect((await textsFrom(many, 60)).slice(0, 2)).toEqual(['60', '61']);
    expect(await textsFrom(few, 3)).toHaveLength(5);
    const searched = await ana.caller.call(searchTalk, { params, query: { q: '4999' } });
    expect([searched.body.items.length, searched.statements <= 8]).toEqual([1, true]);
  });

  it('is of people of its edition only', async () => {
    const { params, started } = await aClass(app());
    const at = await started();
    const elsewhere = await aClass(app());
    for (const { caller } of [elsewhere.tutor, elsewhere.ana]) {
      expect((await read(caller, at)).status).toBe(403);
      expect((await caller.call(searchTalk, { params, query: { q: 'which' } })).status).toBe(403);
      const own = { ...at, editionId: elsewhere.editionId };
      expect((await read(caller, own)).status).toBe(404);
    }
  });
});

describeOnEachDatabase('a post', (app) => {
  const first = async (caller: Caller, at: Place) => ({
    ...at,
    postId: (await read(caller, at)).body.items[0]?.id as string,
  });

  it('can be changed by its author for half an hour, which shows', async () => {
    const { ana, luca, started } = await aClass(app());
    const at = await first(ana.caller, await started());
    const change = (caller: Caller, text = 'Which do you trust?') =>
      caller.call(changePost, { params: at, body: { text } });
    expect((await change(luca.caller)).status).toBe(404);
    expect((await change(ana.caller)).status).toBe(204);
    expect((await read(luca.caller, at)).body.items[0]).toMatchObject({
      ...{ text: 'Which do you trust?', editedAt: expect.any(String) },
    });
    app().clock.set(new Date('2026-11-23T09:31:00Z'));
    expect((await change(ana.caller, 'Late')).body.code).toBe('discussions.change-time-over');
  });

  it('leaves its place where it is removed, and nothing of its text or files', async () => {
    const { ana, luca, tutor, params, started } = await aClass(app());
    const at = await first(ana.caller, await started());
    const file = { name: '../..\\<b>list</b>.txt', content: 'Lisbon' };
    const { status, body } = await ana.caller.upload(attachToPost, { params: at }, file);
    expect([status, body.code]).toEqual([201, undefined]);
    const open = (caller: Caller) =>
      caller.call(openPostFile, { params: { ...at, postFileId: body.id }, query: { inPlace: 'true' } });
    const opened = await open(luca.caller);
    expect([opened.status, opened.bytes.toString(), opened.headers['x-content-type-options']]).toEqual([
      ...[200, 'Lisbon', 'nosniff'],
    ]);
    expect((await luca.caller.upload(attachToPost, { params: at }, file)).status).toBe(403);
    const page = await ana.caller.upload(attachToPost, { params: at }, { name: 'a.txt', content: '<html><script>' });
    expect(page.status).toBeGreaterThanOrEqual(400);
    expect((await tutor.caller.call(removePost, { params: at })).status).toBe(404);
    await ana.caller.call(removePost, { params: at });
    expect((await read(tutor.caller, at)).body.items).toMatchObject([{ standing: 'removed', text: '', files: [] }]);
    expect((await open(luca.caller)).status).toBe(404);
    expect(await app().rows(PostFile, { postId: at.postId })).toEqual([]);
    expect(await app().rows(StoredFile, { purpose: 'post' })).toEqual([]);
    expect((await luca.caller.call(searchTalk, { params, query: { q: 'ones' } })).body.items).toEqual([]);
  });

  it('is reported by readers, once each, and hidden with a reason that its author is told', async () => {
    const { ana, luca, tutor, params, started } = await aClass(app());
    const at = await first(ana.caller, await started({ text: 'You are all <fools>.' }));
    const report = (reason: string, caller = luca.caller) => caller.call(reportPost, { params: at, body: { reason } });
    await Promise.all(['Rude.', 'Very rude.', 'Rude!'].map((reason) => report(reason)));
    const reports = async () => (await tutor.caller.call(listReports, { params, query: {} })).body.items;
    expect(await reports()).toMatchObject([{ postId: at.postId, text: 'You are all <fools>.', by: 'Ana Kovač' }]);
    expect((await luca.caller.call(listReports, { params, query: {} })).status).toBe(403);
    const [one] = await reports();
    await tutor.caller.call(settleReport, { params: { ...params, reportId: one?.id as string } });
    expect(await reports()).toEqual([]);
    await report('Still.');
    expect(await reports()).toHaveLength(1);
    const hide = (caller: Caller) => caller.call(hidePost, { params: at, body: { reason: 'Be kind.' } });
    expect((await hide(luca.caller)).status).toBe(403);
    expect((await hide(tutor.caller)).status).toBe(204);
    expect((await hide(tutor.caller)).body.code).toBe('discussions.post-gone');
    expect(await reports()).toEqual([]);
    const shown = async (caller: Caller) => {
      const [post] = (await read(caller, at)).body.items;
      return [post?.standing, post?.text, post?.reason];
    };
    expect(await shown(luca.caller)).toEqual(['hidden', '', null]);
    expect((await read(luca.caller, at)).body.title).toBe('');
    expect(await shown(ana.caller)).toEqual(['hidden', 'You are all <fools>.', 'Be kind.']);
    expect(await told(app(), ana.caller)).toBe(1);
    expect(app().mails().at(-1)).toContain('Be kind.');
    const [notice] = (await ana.caller.call(readNotices, { query: {} })).body.items;
    expect(notice?.action?.path).toBe(`/editions/${at.editionId}/discussions/${at.threadId}#${at.postId}`);
    await say(luca.caller, at, 'Now gently.');
    expect(await told(app(), ana.caller)).toBe(2);
    expect(app().mails().at(-1)).toMatch(/Title removed/);
  });

  it('goes with the account of its author, whose name goes too', async () => {
    const { ana, luca, started, tutor, params } = await aClass(app());
    const at = await started({ title: 'Ana asks' });
    await say(luca.caller, at);
    const asked = await started({ kind: 'question' }, luca.caller);
    const answer = { ...asked, postId: (await say(ana.caller, asked, 'I think so.')).body.id };
    await luca.caller.call(markAnswer, { params: asked, body: { postId: answer.postId } });
    expect((await read(luca.caller, asked)).body.isAnswered).toBe(true);
    await luca.caller.call(reportPost, { params: answer, body: { reason: 'Ana is rude.' } });
    await ana.caller.call(sendMessage, { params, body: { accountId: tutor.account.id, text: 'A word.' } });
    const accountId = ana.account.id;
    await app()
      .get(Transaction)
      .run((tx) => tx.publish(new AccountLeaves(accountId)));
    const { body } = await read(luca.caller, at);
    expect([body.title, body.by]).toEqual(['', null]);
    expect(body.items).toMatchObject([
      { by: null, text: '', standing: 'removed' },
      { by: 'Luca Bianchi', text: 'This one.', standing: 'shown' },
    ]);
    expect(await app().rows(Post, { authorId: accountId })).toEqual([]);
    expect(await app().rows(ThreadReader, { accountId })).toEqual([]);
    expect((await read(luca.caller, asked)).body.isAnswered).toBe(false);
    expect(await app().rows(PostReport, { postId: answer.postId })).toEqual([]);
    expect(await app().rows(Thread, { participantId: accountId })).toEqual([]);
  });

  it('is taken out of what readers were told, once it is hidden or removed, or its author is gone', async () => {
    const { ana, luca, tutor, started } = await aClass(app());
    const toldOf = async (end: (at: Place & { postId: string }) => Promise<unknown>) => {
      const at = await started();
      const other = await started();
      const { body } = await say(luca.caller, at, 'The embassy lies.');
      await say(luca.caller, other, 'What stays.');
      const before = await told(app(), ana.caller);
      await end({ ...at, postId: body.id });
      const { items } = (await ana.caller.call(readNotices, { query: {} })).body;
      return [before - items.length, JSON.stringify(items).includes('embassy')];
    };
    const hide = (params: Place & { postId: string }) =>
      tutor.caller.call(hidePost, { params, body: { reason: 'Be kind.' } });
    expect(await toldOf(hide)).toEqual([1, false]);
    expect(await toldOf((params) => luca.caller.call(removePost, { params }))).toEqual([1, false]);
    const leave = () =>
      app()
        .get(Transaction)
        .run((tx) => tx.publish(new AccountLeaves(luca.account.id)));
    const at = await started();
    const { body } = await say(luca.caller, at, 'A slip.');
    await luca.caller.call(removePost, { params: { ...at, postId: body.id } });
    const before = await told(app(), ana.caller);
    // She was told of nothing that is there, so the next is told.
    await say(luca.caller, at, 'What I meant.');
    expect((await told(app(), ana.caller)) - before).toBe(1);
    // With this one all that stayed before.
    expect(await toldOf(leave)).toEqual([5, false]);
  });

  it.each([
    ['has letters that are not seen', '\u202Etxt'],
    ['is empty', ' '],
    ['is too long', 'a'.repeat(5001)],
  ])('takes no text that %s', async (_, text) => {
    const { luca, started } = await aClass(app());
    const at = await started();
    expect((await say(luca.caller, at, text)).body.code).toBe('common.bad-input');
    expect(await app().rows(Post, { threadId: at.threadId })).toHaveLength(1);
  });
});
