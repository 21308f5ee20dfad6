import {
  extendProjectDeadline,
  giveFeedback,
  hideFeedback,
  readCompletion,
  readFeedbackFile,
  readFeedbackOf,
  readFeedbackOverview,
  readFeedbackToGive,
  readOwnFeedback,
  readProjectWork,
} from '@libretto/contracts';
import { SentMail } from '../../../platform/mail/sent-mail.entity';
import { givenRole } from '../../../testing/fixtures';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { aClass, across, filled, open, over, within } from '../../../testing/peer-class';
import { PeerFeedback } from './peer-feedback.entity';

const days = 86_400_000;
/** The last moment of the feedback: seven days after the edition's last day. */
const end = new Date('2026-12-18T22:59:59.000Z');

describeOnEachDatabase('somebody whose group has more time', (app) => {
  it('reads the works of others again after it only, and hands in no newer version once it could read them', async () => {
    const { params, participants, group, groupIds, coordinator, own, ask, give, handIn } = await aClass(app(), {
      groups: 4,
      late: 1,
    });
    await ask();
    const [{ caller }] = participants as [(typeof participants)[number]];
    const { feedbackId } = (await own(0)).toGive[0]!;
    const at = { params: { ...params, feedbackId } };
    const { body } = await caller.call(readFeedbackToGive, at);
    const file = { params: { ...at.params, submittedFileId: body.version.files[0]!.id }, query: {} };
    const whyNotHandIn = async () => (await caller.call(readProjectWork, { params })).body.whyNotHandIn?.code;
    expect(await whyNotHandIn()).toBe('project-work.peers-read');

    const extended = { params, query: {}, body: { lastDay: '2026-12-15', reason: 'The archive was closed.' } };
    const member = { enrolmentId: group(0)[1]!.enrolment.id };
    for (const whose of [{ groupId: groupIds[0]! }, member]) {
      const one = { ...extended, body: { ...extended.body, whose } };
      expect((await coordinator.call(extendProjectDeadline, one)).body.code).toBe('project-work.peers-could-read');
    }
    expect((await coordinator.call(extendProjectDeadline, extended)).status).toBe(204);
    expect(await whyNotHandIn()).toBe('project-work.peers-read');
    // Who had handed in nothing has read nothing, and hands in as often as they like.
    await handIn(3);
    await handIn(3);
    const answers = await Promise.all([
      caller.call(readFeedbackToGive, at),
      caller.call(readFeedbackFile, file),
      caller.call(giveFeedback, { ...at, body: filled('clarity') }),
    ]);
    for (const { status, body: said } of answers)
      expect([status, (said as { code?: string }).code]).toEqual([409, 'peer-feedback.still-open']);
    expect((await own(0)).whyNotAcross?.code).toBe('peer-feedback.still-open');

    app().clock.set(new Date('2026-12-16T09:00:00Z'));
    expect((await own(0)).whyNotAcross).toBeNull();
    expect((await caller.call(readFeedbackFile, file)).status).toBe(200);
    expect(await give(0)).toEqual([204]);
    expect(await whyNotHandIn()).toBe('project-work.peers-read');
  });

  it('reads on about the members of their own group', async () => {
    const { params, participants, coordinator, own, ask } = await aClass(app(), {
      peerFeedback: within,
      groups: 2,
      size: 3,
    });
    await ask();
    const extended = { params, query: {}, body: { lastDay: '2026-12-15', reason: 'The archive was closed.' } };
    await coordinator.call(extendProjectDeadline, extended);
    const { toGive, whyNotAcross } = await own(0);
    const at = { params: { ...params, feedbackId: toGive[0]!.feedbackId } };
    expect(whyNotAcross).toBeNull();
    expect((await participants[0]!.caller.call(readFeedbackToGive, at)).status).toBe(200);
  });
});

describeOnEachDatabase('a feedback without a name that comes late', (app) => {
  it('waits for its batch, in the app and in the mail, however many came before', async () => {
    const { params, participants, own, ask, give } = await aClass(app(), {
      peerFeedback: { ...across, anonymous: true },
    });
    await ask();
    const [first, ...others] = (await app().rows(PeerFeedback, params)).toSorted((one, other) =>
      (one.workId ?? '').localeCompare(other.workId ?? ''),
    );
    const lateGiver = async () => {
      for (const at of [0, 1, 2, 3, 4, 5])
        if ((await own(at)).toGive.some(({ feedbackId }) => feedbackId === first!.id)) return at;
      throw new Error('Somebody is asked for each.');
    };
    const late = await lateGiver();
    for (const at of [0, 1, 2, 3, 4, 5].filter((one) => one !== late)) await give(at);
    expect(others).toHaveLength(5);
    const told = async () => (await app().rows(SentMail, { mail: 'project-work.feedback-came' })).length;
    const came = async () => {
      expect(await app().runJobs()).toEqual([]);
      const numbers = [];
      // A month on they have to sign in again.
      for (const { account } of participants) {
        const caller = await app().signedIn(account.id);
        numbers.push((await caller.call(readOwnFeedback, { params, query: {} })).body.received.length);
      }
      return numbers.reduce((sum, number) => sum + number, 0);
    };
    const before = await told();
    expect([await came(), (await told()) - before]).toEqual([0, 0]);
    // Each work has two members: five pieces are read by two people each.
    app().clock.set(new Date(end.getTime() + 2000));
    expect([await came(), (await told()) - before]).toEqual([10, 6]);
    app().clock.set(new Date(end.getTime() + 3 * days));
    expect(await give(late)).toEqual([204]);
    expect(await came()).toBe(10);
    app().clock.set(new Date(end.getTime() + 7 * days + 2000));
    expect([await came(), (await told()) - before]).toEqual([12, 6]);
  });
});

describeOnEachDatabase('a feedback without a name of somebody with more time', (app) => {
  it('is given within it, and changed no more once the others read theirs', async () => {
    const { params, coordinator, groupIds, own, ask, give } = await aClass(app(), {
      peerFeedback: { ...across, anonymous: true },
    });
    const whose = { groupId: groupIds[0]! };
    const extended = { params, query: {}, body: { lastDay: '2026-12-13', reason: 'The archive was closed.', whose } };
    expect((await coordinator.call(extendProjectDeadline, extended)).status).toBe(204);
    await ask(new Date('2026-12-14T09:00:00Z'));
    expect(await give(0)).toEqual([204]);
    app().clock.set(new Date(end.getTime() - 60_000));
    expect(await give(0)).toEqual([204]);
    app().clock.set(new Date(end.getTime() + 2000));
    expect(await give(0)).toEqual([409]);
    expect(await give(1)).toEqual([204]);
    expect((await own(1)).toGive).toMatchObject([{ state: 'given', isLate: false }]);
  });
});

describeOnEachDatabase('a tutor who takes part', (app) => {
  async function aTutorWhoTakesPart(peerFeedback: typeof across, shape: object = {}) {
    const course = await aClass(app(), { peerFeedback, ...shape });
    await course.ask();
    for (const at of course.participants.keys()) await course.give(at);
    const [{ account, enrolment }] = course.participants as [(typeof course.participants)[number]];
    const { editionId } = course.params;
    const caller = await givenRole(app(), account.id, { editionId, role: 'tutor' });
    const overview = async () => (await caller.call(readFeedbackOverview, { params: course.params, query: {} })).body;
    const of = (at: number) =>
      caller.call(readFeedbackOf, {
        params: { ...course.params, enrolmentId: course.participants[at]!.enrolment.id },
        query: {},
      });
    return { ...course, caller, enrolment, overview, of };
  }

  it('sees nothing of feedback without names, in no list and for good', async () => {
    const anonymous = { ...across, anonymous: true, counts: 'completion' as const };
    const { params, caller, participants, overview, of, own } = await aTutorWhoTakesPart(anonymous);
    for (const now of [open, over]) {
      app().clock.set(now);
      expect(await overview()).toMatchObject({ unseen: 'takes-part', items: [], asked: 0, given: 0 });
      for (const at of participants.keys()) expect((await of(at)).status).toBe(404);
      const enrolmentId = participants[3]!.enrolment.id;
      const { requirements } = (await caller.call(readCompletion, { params: { ...params, enrolmentId } })).body;
      expect(requirements.find(({ kind }) => kind === 'peer-feedback')).toMatchObject({
        briefs: [{ isOpen: false, isUnseen: true, given: 0 }],
      });
    }
    const [row] = await app().rows(PeerFeedback, params);
    const hide = { params: { ...params, feedbackId: row!.id }, body: { reason: 'It hurts.' } };
    expect((await caller.call(hideFeedback, hide)).status).toBe(404);
    // What is asked of themselves is theirs as before.
    expect((await own(0)).toGive).toHaveLength(1);
  });

  it('sees of feedback with names what is no matter of their own group', async () => {
    const { overview, of, own } = await aTutorWhoTakesPart(across);
    const { items, unseen, given } = await overview();
    expect([unseen, given]).toEqual([null, 4]);
    expect(items.map(({ came }) => came).sort()).toEqual([0, 0, 2, 2, 2, 2]);
    const received = new Set((await own(0)).received.map(({ id }) => id));
    expect(received.size).toBe(2);
    for (const at of [0, 1, 2, 3, 4, 5])
      expect((await of(at)).body.items.filter(({ id }) => received.has(id))).toEqual([]);
  });

  it('reads nothing that the members of their group say of each other', async () => {
    const { of } = await aTutorWhoTakesPart(within, { groups: 2, size: 3 });
    expect((await of(1)).body.items).toEqual([]);
    expect((await of(4)).body.items).toHaveLength(4);
  });
});
