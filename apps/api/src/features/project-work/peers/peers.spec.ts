import {
  extendProjectDeadline,
  giveFeedback,
  hideFeedback,
  moveMember,
  readFeedbackFile,
  readFeedbackOf,
  readFeedbackOverview,
  readFeedbackToGive,
  type InputOf,
  readEditionCompletion,
  readMyCompletion,
  readOwnFeedback,
  saveFeedbackDraft,
} from '@libretto/contracts';
import { OutboxRow } from '../../../platform/database/outbox-row.entity';
import { Transaction } from '../../../platform/database/transaction';
import { aParticipant } from '../../../testing/fixtures';
import { SentMail } from '../../../platform/mail/sent-mail.entity';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { SubmittedFile, Work } from '../work/work.entity';
import { AskPeers } from './ask-peers';
import { AskLatecomers } from './jobs/ask-peers.handlers';
import { aClass, across, filled, open, over, within } from '../../../testing/peer-class';
import { PeerFeedback, PeerGiver, PeerRound } from './peer-feedback.entity';

/** How many of these people got a mail of this kind, and how often. */
async function mailed(app: TestApp, people: readonly { account: { email: string } }[], mail: string) {
  const emails = new Set(people.map(({ account }) => account.email));
  return (await app.rows(SentMail, { mail })).filter(({ recipient }) => emails.has(recipient)).length;
}

/** How many runs of a job are about these people. */
async function runsOf(app: TestApp, people: readonly { enrolment: { id: string } }[], job: string) {
  const ids = people.map(({ enrolment }) => enrolment.id);
  return (await app.rows(OutboxRow, { job })).filter(({ payload }) =>
    ids.some((id) => JSON.stringify(payload).includes(id)),
  ).length;
}

describeOnEachDatabase('peer feedback', (app) => {
  it('is asked for once the deadline has passed, once, and told once to each', async () => {
    const { params, participants, own, ask } = await aClass(app());
    expect(await own(0)).toMatchObject({ isOpen: false, toGive: [], received: [] });
    expect(await app().rows(OutboxRow, { job: 'project-work.ask-peers', state: 'waiting' })).toContainEqual(
      expect.objectContaining({ payload: params, dueAt: new Date('2026-12-11T23:00:00.000Z') }),
    );
    await ask();
    await ask();
    const rounds = await app().rows(PeerRound, params);
    expect(rounds).toHaveLength(1);
    const givers = await app().rows(PeerGiver, { roundId: rounds[0]!.id });
    expect(givers.map(({ enrolmentId }) => enrolmentId).sort()).toEqual(
      participants.map(({ enrolment }) => enrolment.id).sort(),
    );
    const rows = await app().rows(PeerFeedback, params);
    const loads = [...Map.groupBy(rows, ({ workId }) => workId).values()].map(({ length }) => length);
    expect(loads).toEqual([2, 2, 2]);
    expect(await mailed(app(), participants, 'project-work.feedback-asked')).toBe(6);
    for (const at of [0, 2, 4])
      expect((await own(at)).toGive.map(({ about }) => about)).not.toContain(`Group ${at / 2 + 1}`);
  });

  it('that many ask for at once is asked for once', async () => {
    const { params } = await aClass(app());
    app().clock.set(open);
    await Promise.all(Array.from({ length: 5 }, () => app().get(AskPeers).in(params.editionId)));
    expect(await app().rows(PeerRound, params)).toHaveLength(1);
    expect(await app().rows(PeerFeedback, params)).toHaveLength(6);
  });

  it('is asked of nobody whose deadline is later, nor about what they may still change', async () => {
    const { params, coordinator, groupIds, ask, own } = await aClass(app());
    const body = { lastDay: '2026-12-15', reason: 'The archive was closed.', whose: { groupId: groupIds[0]! } };
    expect((await coordinator.call(extendProjectDeadline, { params, body })).status).toBe(204);
    await ask();
    expect(await own(0)).toMatchObject({ isOpen: false, toGive: [] });
    for (const [at, other] of [
      [2, 'Group 3'],
      [4, 'Group 2'],
    ] as const)
      expect((await own(at)).toGive.map(({ about }) => about)).toEqual([other]);
    app().clock.set(new Date('2026-12-16T09:00:00Z'));
    expect(await app().runJobs()).toEqual([]);
    expect((await own(0)).toGive).toHaveLength(1);
    const rows = await app().rows(PeerFeedback, params);
    const loads = [...Map.groupBy(rows, ({ workId }) => workId).values()].map(({ length }) => length);
    expect(loads).toEqual([2, 2, 2]);
  });

  it('lets a late work have what nobody has begun, and asks who joins a group', async () => {
    const { params, coordinator, groupIds, handIn, ask, own, give } = await aClass(app(), { late: 1 });
    await ask();
    expect((await own(4)).isOpen).toBe(false);
    await give(0);
    const before = await app().rows(PeerFeedback, { ...params, state: 'given' });
    await handIn(2);
    expect(await app().runJobs()).toEqual([]);
    expect((await own(4)).toGive).toHaveLength(1);
    const rows = await app().rows(PeerFeedback, params);
    const loads = [...Map.groupBy(rows, ({ workId }) => workId).values()].map(({ length }) => length);
    expect(loads).toEqual([2, 2, 2]);
    expect(rows).toEqual(expect.arrayContaining(before));

    const newcomer = await aParticipant(app(), params.editionId);
    const moved = { params: { ...params, enrolmentId: newcomer.enrolment.id }, body: { groupId: groupIds[0]! } };
    expect((await coordinator.call(moveMember, moved)).status).toBe(204);
    await app().get(AskLatecomers).run();
    const theirs = await newcomer.caller.call(readOwnFeedback, { params, query: {} });
    expect(theirs.body).toMatchObject({ isOpen: true, toGive: [{ about: expect.not.stringMatching('Group 1') }] });
  });

  it('is drafted, given, changed until the end, and given late where it was not', async () => {
    const { params, participants, own, ask, give } = await aClass(app());
    await ask();
    const { caller } = participants[0]!;
    const feedbackId = (await own(0)).toGive[0]!.feedbackId;
    const at = { params: { ...params, feedbackId } };
    const save = (to: object, from: object = {}) =>
      caller.call(saveFeedbackDraft, { ...at, body: { from, to } as never });
    expect((await save({ levels: { clarity: 'met' } }, { levels: {} })).body.stored).toMatchObject({
      levels: { clarity: 'met' },
    });
    expect((await save({ levels: { clarity: 'splendid' } })).body.code).toBe('project-work.unknown-rubric-row');
    expect((await save({ comments: { other: 'x' } })).body.code).toBe('project-work.unknown-rubric-row');
    expect((await own(0)).toGive[0]!.state).toBe('draft');
    expect((await caller.call(giveFeedback, { ...at, body: { rubric: [] } })).body.code).toBe(
      'project-work.rubric-incomplete',
    );
    expect((await caller.call(giveFeedback, { ...at, body: filled('clarity') })).status).toBe(204);
    expect(await app().rows(PeerFeedback, { id: feedbackId })).toMatchObject([
      { state: 'given', draft: null, given: [{ row: 'clarity', level: 'met', comment: 'Well said.' }], isLate: false },
    ]);
    await save({ comments: { clarity: 'Changed.' } }, { comments: { clarity: 'Well said.' } });
    expect((await own(0)).toGive[0]).toMatchObject({ state: 'given', isChanging: true });
    expect((await caller.call(giveFeedback, { ...at, body: filled('clarity', 'Changed.') })).status).toBe(204);
    expect(await runsOf(app(), participants, 'project-work.tell-feedback-came')).toBe(2);

    app().clock.set(over);
    expect((await caller.call(giveFeedback, { ...at, body: filled('clarity') })).body.code).toBe('peer-feedback.over');
    expect((await caller.call(readFeedbackToGive, at)).body).toMatchObject({
      can: { write: false },
      whyNotWrite: { code: 'peer-feedback.over' },
    });
    expect(await give(1)).toEqual([204]);
    expect((await own(1)).toGive).toMatchObject([{ state: 'given', isLate: true }]);
  });

  it('of two windows at once loses nothing, and is told once', async () => {
    const { params, participants, own, ask } = await aClass(app());
    await ask();
    const { caller } = participants[0]!;
    const at = { params: { ...params, feedbackId: (await own(0)).toGive[0]!.feedbackId } };
    const given = await Promise.all(
      Array.from({ length: 6 }, () => caller.call(giveFeedback, { ...at, body: filled('clarity') })),
    );
    expect(given.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 204));
    expect(await runsOf(app(), participants, 'project-work.tell-feedback-came')).toBe(2);
    expect(await app().runJobs()).toEqual([]);
    expect(await mailed(app(), participants, 'project-work.feedback-came')).toBe(2);
  });

  it('is its giver’s: nobody else reads or writes it', async () => {
    const { params, participants, own, ask, tutor } = await aClass(app());
    await ask();
    const at = { params: { ...params, feedbackId: (await own(0)).toGive[0]!.feedbackId } };
    for (const { caller } of [participants[1]!, participants[4]!]) {
      expect((await caller.call(readFeedbackToGive, at)).status).toBe(404);
      expect((await caller.call(giveFeedback, { ...at, body: filled('clarity') })).status).toBe(404);
    }
    expect((await tutor.caller.call(giveFeedback, { ...at, body: filled('clarity') })).status).toBe(403);
    expect((await participants[0]!.caller.call(readFeedbackOverview, { params, query: {} })).status).toBe(403);
    const hide = { ...at, body: { reason: 'It hurts.' } };
    expect((await participants[2]!.caller.call(hideFeedback, hide)).status).toBe(403);
  });

  it('is read once one’s own is given, or after the end', async () => {
    const { own, ask, give } = await aClass(app());
    await ask();
    for (const at of [0, 1, 2, 3]) await give(at);
    const last = await own(4);
    expect(last).toMatchObject({
      received: [],
      whyNotReceived: { code: 'peer-feedback.give-first', numbers: { left: 1 } },
    });
    await give(4);
    const readable = await own(4);
    expect(readable.whyNotReceived).toBeNull();
    for (const { from, rubric: rows } of readable.received) {
      expect(from).toEqual(expect.any(String));
      expect(rows).toEqual([{ row: 'clarity', level: 'met', comment: 'Well said.' }]);
    }
    app().clock.set(over);
    expect((await own(5)).whyNotReceived).toBeNull();
  });
});

describeOnEachDatabase('peer feedback without names', (app) => {
  it('shows codes, copies of files and no giver, and all of it after the end', async () => {
    const { params, participants, own, ask, give } = await aClass(app(), {
      peerFeedback: { ...across, anonymous: true },
    });
    await ask();
    const { caller } = participants[0]!;
    const [{ feedbackId, about } = { feedbackId: '', about: '' }] = (await own(0)).toGive;
    expect(about).toMatch(/^[0-9A-F]{6}$/);
    const { body: shown } = await caller.call(readFeedbackToGive, { params: { ...params, feedbackId } });
    const [{ id: submittedFileId, name } = { id: '', name: '' }] = shown.version.files;
    expect(name).toBe(`${about}-1.pdf`);
    expect(shown.version).toMatchObject({ by: '', files: [{ sha256: '' }] });
    const file = await caller.call(readFeedbackFile, { params: { ...params, feedbackId, submittedFileId }, query: {} });
    expect(file.status).toBe(200);
    expect(String(file.headers['content-disposition'])).toContain(name);
    expect(Buffer.from(file.body as never).toString('latin1')).not.toContain('Somebody of group');
    const others = await app().rows(SubmittedFile, {});
    for (const other of others.filter(({ id }) => id !== submittedFileId))
      expect(
        (
          await caller.call(readFeedbackFile, {
            params: { ...params, feedbackId, submittedFileId: other.id },
            query: {},
          })
        ).status,
      ).toBe(404);

    for (const at of [0, 1, 2, 3, 4, 5]) {
      expect(await own(at)).toMatchObject({ received: [], whyNotReceived: { code: 'peer-feedback.together' } });
      await give(at);
    }
    expect((await own(0)).received).toEqual([]);
    app().clock.set(over);
    for (const at of [0, 1, 2, 3, 4, 5]) {
      const { received, whyNotReceived } = await own(at);
      expect([received.length, whyNotReceived]).toEqual([2, null]);
      for (const one of received) expect(one.from).toBeNull();
      expect(JSON.stringify(received)).not.toMatch(
        new RegExp(participants.map(({ account }) => account.familyName).join('|')),
      );
    }
  });
});

describeOnEachDatabase('peer feedback within groups', (app) => {
  it('is about each other member, and for them alone', async () => {
    const { params, participants, own, ask, give } = await aClass(app(), { peerFeedback: within, groups: 2, size: 3 });
    await ask();
    const { toGive } = await own(0);
    const names = [1, 2].map((at) => `${participants[at]!.account.givenName} ${participants[at]!.account.familyName}`);
    expect(toGive.map(({ about }) => about).sort()).toEqual(names.sort());
    const at = { params: { ...params, feedbackId: toGive[0]!.feedbackId } };
    const { body } = await participants[0]!.caller.call(readFeedbackToGive, at);
    expect(body).toMatchObject({ contribution: null, version: { files: [{ name: 'Group 1.pdf' }] } });
    for (const who of [0, 1, 2]) expect(await give(who)).toEqual([204, 204]);
    expect((await own(1)).received).toHaveLength(2);
    expect((await own(3)).received).toHaveLength(0);
    expect(await mailed(app(), participants, 'project-work.feedback-came')).toBe(0);
    expect(await app().runJobs()).toEqual([]);
    expect(await mailed(app(), participants, 'project-work.feedback-came')).toBe(3);
  });
});

describeOnEachDatabase('peer feedback that counts for completion', (app) => {
  it('is explained, and met once all that was asked is given', async () => {
    const { params, participants, ask, give, own } = await aClass(app(), {
      peerFeedback: { ...across, counts: 'completion' },
    });
    const completion = async (at: number) => (await participants[at]!.caller.call(readMyCompletion, { params })).body;
    expect(await completion(0)).toMatchObject({
      met: false,
      requirements: [
        { kind: 'peer-feedback', met: false, missing: 1, briefs: [{ isOpen: false, asked: 1, given: 0 }] },
      ],
    });
    await ask();
    expect(await completion(0)).toMatchObject({ met: false, requirements: [{ briefs: [{ isOpen: true, asked: 1 }] }] });
    await give(0);
    expect(await completion(0)).toMatchObject({ met: true, metAt: expect.any(String) });
    expect(await completion(1)).toMatchObject({ met: false });
    expect((await own(0)).counts).toBe(true);
  });

  it('tells whoever marks without names nothing of it before all results are out', async () => {
    const { params, participants, tutor, ask, give } = await aClass(app(), {
      peerFeedback: { ...across, counts: 'completion' },
      anonymous: true,
    });
    await ask();
    await give(0);
    const list = async (query: InputOf<typeof readEditionCompletion>['query']) =>
      (await tutor.caller.call(readEditionCompletion, { params, query })).body;
    const order = async (sort?: 'standing') => (await list({ sort })).items.map(({ enrolmentId }) => enrolmentId);
    expect(await list({})).toMatchObject({ complete: 0, enrolled: 6 });
    expect((await list({ standing: 'complete' })).items).toEqual([]);
    expect((await list({ standing: 'missing' })).items).toHaveLength(6);
    expect(await order('standing')).toEqual(await order());

    const released = { state: 'released', outcome: 'passed', waits: false, releasedAt: open } as const;
    await app()
      .get(Transaction)
      .run(({ manager }) => manager.update(Work, params, released));
    expect(await list({ standing: 'complete' })).toMatchObject({
      complete: 1,
      items: [{ enrolmentId: participants[0]!.enrolment.id, met: true }],
    });
  });

  it('asks nothing of people who have nobody to give it to', async () => {
    const { participants, params, ask } = await aClass(app(), {
      peerFeedback: { ...across, counts: 'completion' },
      groups: 2,
      late: 1,
    });
    await ask();
    expect((await participants[0]!.caller.call(readMyCompletion, { params })).body.met).toBe(true);
    expect((await participants[2]!.caller.call(readMyCompletion, { params })).body.met).toBe(false);
  });
});

describeOnEachDatabase('tutors', (app) => {
  it('see who gave and what, with names, and hide what hurts with a reason', async () => {
    const { params, participants, tutor, ask, give, own } = await aClass(app(), {
      peerFeedback: { ...across, anonymous: true },
    });
    await ask();
    await give(0);
    const { body: table } = await tutor.caller.call(readFeedbackOverview, { params, query: {} });
    expect(table).toMatchObject({ asked: 6, given: 1, unseen: null });
    const giver = participants[0]!.enrolment.id;
    expect(table.items.find(({ enrolmentId }) => enrolmentId === giver)).toMatchObject({ asked: 1, given: 1, late: 0 });
    expect(table.items.reduce((sum, { came }) => sum + came, 0)).toBe(2);
    const person = { params: { ...params, enrolmentId: giver }, query: {} };
    const { body: of } = await tutor.caller.call(readFeedbackOf, person);
    const [one] = of.items.filter(({ isGiven }) => isGiven);
    expect(one).toMatchObject({ state: 'given', about: expect.stringMatching(/^Group \d$/), can: { hide: true } });

    const hide = { params: { ...params, feedbackId: one!.id }, body: { reason: 'It is about a person.' } };
    const asked = (await own(2)).toGive[0]!.feedbackId;
    expect(
      (await tutor.caller.call(hideFeedback, { ...hide, params: { ...params, feedbackId: asked } })).body.code,
    ).toBe('peer-feedback.not-given');
    const answers = await Promise.all(Array.from({ length: 4 }, () => tutor.caller.call(hideFeedback, hide)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ body }) => body?.code === 'peer-feedback.hidden-already')).toHaveLength(3);
    expect(await app().rows(PeerFeedback, { id: one!.id })).toMatchObject([
      { hiddenBy: tutor.account.id, hiddenReason: 'It is about a person.', hiddenAt: expect.any(Date) },
    ]);
    expect((await own(0)).toGive[0]).toMatchObject({ state: 'given', hiddenReason: 'It is about a person.' });
    const again = { params: { ...params, feedbackId: one!.id }, body: filled('clarity') };
    expect((await participants[0]!.caller.call(giveFeedback, again)).body.code).toBe('peer-feedback.hidden');
    app().clock.set(over);
    for (const at of [0, 1, 2, 3, 4, 5]) expect((await own(at)).received).toEqual([]);
  });
});
