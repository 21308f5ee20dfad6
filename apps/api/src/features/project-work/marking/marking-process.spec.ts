import {
  answerProposal,
  appealResult,
  askThirdMarker,
  confirmContribution,
  drawSampleOfWorks,
  lookAgain,
  markWork,
  planMarkers,
  type ProgrammeBrief,
  proposeMark,
  readContributions,
  readMarkingList,
  readMarkingPlan,
  readProjectWork,
  readWorkToMark,
  recordProfessorship,
  releaseOneResult,
  releaseResults,
  saveMarkingDraft,
  sayContribution,
  setIndividualResult,
  setMarkersOfWork,
} from '@libretto/contracts';
import { DataSource } from 'typeorm';
import { newId } from '../../../platform/database/new-id';
import { aCourse, aWaitingWork } from '../../../testing/course';
import { aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { aBrief } from '../../programmes/programme.builder';
import { ResultQueries } from '../results/result-queries';
import { Marking, Work } from '../work/work.entity';
import { MarkingDraft } from './marking-draft.entity';
import { PlannedMarker } from './planned-marker.entity';

const passed = { outcome: 'passed' as const, comment: 'Well read.' };
const failed = {
  outcome: 'not-passed' as const,
  comment: 'Not yet.',
  mustChange: 'Cite the sources.',
  stays: 'The cases.',
};
const university = { name: 'Example University', country: 'IT', university: true };
const partner = { ...university, role: { en: 'Partner', it: 'Partner' }, cooperation: 2 as const };

/** Works of groups of two, in an edition with three tutors. */
async function worksToMark(app: TestApp, brief: Partial<ProgrammeBrief> = {}, works = 1) {
  const course = await aCourse(app, works * 2, {
    projectWork: aBrief(brief),
    partners: [partner],
  });
  const editionId = course.edition.id;
  const tutor = () => aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const [ines, jean, lucia] = [course.tutor, await tutor(), await tutor()];
  const people = course.participants.map(({ enrolment, account }) => ({
    enrolmentId: enrolment.id,
    accountId: account.id,
  }));
  const waiting = [];
  for (let at = 0; at < works; at += 1)
    waiting.push(await aWaitingWork(app, editionId, people.slice(at * 2, at * 2 + 2)));
  const [first] = waiting;
  if (!first) throw new Error('no work');
  const marks = ({ caller }: typeof jean, said: object, params = first.params) =>
    caller.call(markWork, {
      params,
      body: { version: 1, rubric: [{ row: 'accuracy', level: 'met' }], ...passed, ...said },
    });
  const stateOf = async () => (await app.rows(Work, { id: first.work.id }))[0];
  const read = async ({ caller }: typeof jean) => (await caller.call(readWorkToMark, { params: first.params })).body;
  const makeProfessor = ({ account }: typeof jean) =>
    course.coordinator.call(recordProfessorship, {
      params: { editionId, accountId: account.id },
      body: { university: university.name },
    });
  return { ...course, ...first, waiting, people, ines, jean, lucia, marks, stateOf, read, makeProfessor };
}

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) =>
  status < 400 ? status : (body.code?.replace('project-work.', '') ?? status);

describeOnEachDatabase('how a work is marked', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('lets two who differ agree, one proposing and the other accepting, while a third is kept out', async () => {
    const { ines, jean, lucia, marks, params, stateOf, read } = await worksToMark(app(), { markers: 2 });
    await marks(ines, passed);
    expect(await read(jean)).toMatchObject({ markings: [], outcome: null, agreement: null, can: { mark: true } });
    await marks(jean, failed);
    expect(await stateOf()).toMatchObject({ state: 'differing', outcome: null, markings: 2, waits: true });
    expect(codeOf(await marks(lucia, passed))).toBe('markers-agree');
    expect((await read(lucia)).markings).toEqual([]);

    const propose = ({ caller }: typeof jean, outcome: 'passed' | 'not-passed') =>
      caller.call(proposeMark, { params, body: { outcome, words: 'After all.' } });
    const answer = ({ caller }: typeof jean, accept: boolean) =>
      caller.call(answerProposal, { params, body: { accept } });
    expect(codeOf(await propose(lucia, 'passed'))).toBe('not-its-marker');
    expect(codeOf(await propose(ines, 'not-passed'))).toBe(204);
    expect(codeOf(await answer(ines, true))).toBe('no-proposal');
    expect(codeOf(await propose(jean, 'passed'))).toBe('answer-first');
    expect((await read(jean)).agreement).toMatchObject({
      proposal: { outcome: 'not-passed', byMe: false, words: 'After all.' },
      can: { propose: false, answer: true, askThird: true },
    });
    expect(codeOf(await answer(jean, false))).toBe(204);
    expect(codeOf(await propose(jean, 'passed'))).toBe(204);
    expect(codeOf(await answer(ines, true))).toBe(204);
    expect(await stateOf()).toMatchObject({ state: 'marked', outcome: 'passed', waits: false });
    expect(codeOf(await answer(ines, true))).toBe('nothing-to-agree');
    expect(await app().runJobs()).toEqual([]);
    expect(
      app()
        .mails()
        .filter((text) => text.includes('your proposal was declined')),
    ).not.toEqual([]);
  });

  it('lets a third decide, who sees both, once one of the two or the coordinator asks for it', async () => {
    const { ines, jean, lucia, marks, params, stateOf, read, coordinator } = await worksToMark(app(), { markers: 2 });
    await marks(ines, passed);
    await marks(jean, failed);
    const ask = (caller: typeof coordinator) => caller.call(askThirdMarker, { params });
    expect(codeOf(await ask(lucia.caller))).toBe('not-its-marker');
    expect(codeOf(await ask(coordinator))).toBe(204);
    expect((await read(lucia)).markings).toHaveLength(2);
    expect(codeOf(await marks(lucia, failed))).toBe(204);
    expect(await stateOf()).toMatchObject({ state: 'marked', outcome: 'not-passed', markings: 3 });
  });

  it('is answered once when both answer, propose and decide in the same moment', async () => {
    const { ines, jean, lucia, marks, params, stateOf } = await worksToMark(app(), { markers: 2 });
    await marks(ines, passed);
    await marks(jean, failed);
    await ines.caller.call(askThirdMarker, { params });
    await ines.caller.call(proposeMark, { params, body: { outcome: 'passed', words: 'Please.' } });
    const answers = await Promise.all([
      jean.caller.call(answerProposal, { params, body: { accept: true } }),
      marks(lucia, failed),
      jean.caller.call(answerProposal, { params, body: { accept: true } }),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect((await stateOf())?.state).toBe('marked');
  });

  it('tells a second marker who is at it, until the first has been away for a while', async () => {
    const { ines, jean, marks, params, read, edition } = await worksToMark(app());
    const write = ({ caller }: typeof jean) =>
      caller.call(saveMarkingDraft, { params, body: { from: { comment: '' }, to: { comment: 'Hm.' } } });
    const both = await Promise.all([write(ines), write(jean)]);
    expect(both.map(codeOf).sort()).toEqual([200, 'somebody-marks']);
    const [at, away] = both[0]?.status === 200 ? [ines, jean] : [jean, ines];
    expect(await read(away)).toMatchObject({
      atIt: [
        { name: expect.stringContaining(at.account.givenName), until: expect.stringMatching(/^2026-11-23T09:30:/) },
      ],
      can: { mark: false },
      whyNotMark: { code: 'project-work.somebody-marks' },
    });
    expect(codeOf(await marks(away, passed))).toBe('somebody-marks');
    const listed = async ({ caller }: typeof jean) =>
      (await caller.call(readMarkingList, { params: { editionId: edition.id } })).body.items[0]?.can.mark;
    expect([await listed(away), await listed(at)]).toEqual([false, true]);
    app().clock.set(new Date('2026-11-23T09:31:00Z'));
    expect(codeOf(await marks(away, passed))).toBe(204);
    expect(codeOf(await marks(at, passed))).toBe('marking-over');
  });

  it('takes one marking of a work that needs one, from however many at once', async () => {
    const { ines, jean, lucia, marks, work } = await worksToMark(app());
    const answers = await Promise.all([marks(ines, passed), marks(jean, failed), marks(lucia, passed)]);
    expect(answers.map(codeOf).sort()).toEqual([204, 'marking-over', 'marking-over']);
    expect(await app().rows(Marking, { workId: work.id })).toHaveLength(1);
  });
});

describeOnEachDatabase('a grade', (app) => {
  it('comes from a professor of a university of the programme, and the database refuses it from anybody else', async () => {
    const { ines, jean, marks, stateOf, makeProfessor, coordinator, params, submission, read } = await worksToMark(
      app(),
      {
        markers: 2,
        grades: { scale: 'thirty' },
      },
    );
    expect((await read(ines)).grades).toEqual([]);
    expect(codeOf(await marks(ines, { grade: '28' }))).toBe('grade-needs-professor');
    expect(codeOf(await makeProfessor(ines))).toBe(204);
    expect((await read(ines)).grades[0]).toEqual({ grade: '30 e lode', outcome: 'passed' });
    expect(codeOf(await marks(ines, { grade: '17' }))).toBe('grade-says-otherwise');
    expect(codeOf(await marks(ines, { grade: '28/30' }))).toBe(204);
    expect(codeOf(await marks(jean, passed))).toBe(204);
    expect(await stateOf()).toMatchObject({ state: 'marked', outcome: 'passed', grade: '28' });

    const record = (accountId: string, of: string | null) =>
      coordinator.call(recordProfessorship, {
        params: { editionId: params.editionId, accountId },
        body: { university: of },
      });
    expect(codeOf(await record(ines.account.id, null))).toBe('has-graded');
    expect(codeOf(await record(jean.account.id, 'Example centre'))).toBe('not-a-university');
    expect(codeOf(await record((await aPerson(app(), {})).account.id, university.name))).toBe('not-a-marker');
    const [graded] = await app().rows(Marking, { workId: params.workId, markerId: ines.account.id });
    const forged = {
      ...graded,
      id: newId(),
      workId: params.workId,
      submissionId: submission.id,
      markerId: (await aPerson(app(), {})).account.id,
    };
    await expect(
      app()
        .get(DataSource)
        .getRepository(Marking)
        .insert(forged as never),
    ).rejects.toThrow('professor');
    await expect(
      app()
        .get(DataSource)
        .getRepository(Marking)
        .insert({ ...forged, grade: null, professorId: null } as never),
    ).resolves.toBeDefined();
  });

  it('counts points by levels of the programme’s own', async () => {
    const level = (id: string, points: number) => ({ id, points, title: { en: id, it: id } });
    const title = { en: 'Accuracy', it: 'Accuratezza' };
    const row = { id: 'accuracy', title, description: title, weight: 3, levels: [level('full', 4), level('none', 0)] };
    const { ines, jean, marks, read } = await worksToMark(app(), { rubric: [row] });
    expect((await read(ines)).rubric[0]).toMatchObject({
      weight: 3,
      levels: [{ id: 'full', points: 4 }, { id: 'none' }],
    });
    expect(codeOf(await marks(ines, {}))).toBe('rubric-incomplete');
    await marks(ines, { rubric: [{ row: 'accuracy', level: 'full' }] });
    expect((await read(jean)).markings[0]?.points).toEqual({ points: 12, most: 12 });
  });
});

describeOnEachDatabase('a second look', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-12-12T09:00:00Z')));

  it('is taken of a drawn sample by somebody else before anything is published', async () => {
    const moderation = { percent: 30, least: 1 };
    const { ines, jean, marks, waiting, coordinator, edition } = await worksToMark(app(), { moderation }, 4);
    const params = { editionId: edition.id };
    const draw = () => coordinator.call(drawSampleOfWorks, { params });
    expect(codeOf(await draw())).toBe('nothing-to-sample');
    for (const one of waiting) await marks(ines, passed, one.params);
    const release = () => coordinator.call(releaseResults, { params, body: { nextLastDay: '2026-12-31' } });
    expect(codeOf(await release())).toBe('sample-not-drawn');
    expect((await draw()).body).toMatchObject({ drawn: 2, of: 4 });
    expect(codeOf(await draw())).toBe('nothing-to-sample');
    expect(codeOf(await release())).toBe('works-unmarked');
    const list = async ({ caller }: typeof jean) => (await caller.call(readMarkingList, { params })).body;
    expect([(await list(ines)).waiting, (await list(jean)).waiting]).toEqual([0, 2]);
    const [one, other] = (await list(jean)).items;
    const look = (who: typeof jean, workId: string | undefined, outcome: 'passed' | 'not-passed') =>
      who.caller.call(lookAgain, {
        params: { ...params, workId: workId ?? '' },
        body: { kind: 'moderation', outcome, reason: 'Read again.' },
      });
    expect(codeOf(await look(ines, one?.workId, 'passed'))).toBe('look-by-somebody-else');
    expect(codeOf(await look(jean, one?.workId, 'passed'))).toBe(204);
    expect(codeOf(await look(jean, one?.workId, 'passed'))).toBe('no-second-look');
    expect(codeOf(await look(jean, other?.workId, 'not-passed'))).toBe(204);
    expect((await app().rows(Work, params)).map(({ outcome, state }) => `${state} ${outcome}`).sort()).toEqual([
      'marked not-passed',
      'marked passed',
      'marked passed',
      'marked passed',
    ]);
    expect(codeOf(await release())).toBe(204);
  });

  it('is asked for by an appeal, once, and changes what the group gets', async () => {
    const { ines, jean, marks, params, participants, coordinator, people } = await worksToMark(app(), {
      appealDays: 10,
    });
    const [ana, ben] = participants;
    const appeal = (who: typeof ana) =>
      who?.caller.call(appealResult, { params, body: { reason: 'The sources are in the annex.' } });
    await marks(ines, failed);
    expect(codeOf((await appeal(ana)) as never)).toBe('no-result-yet');
    await coordinator.call(releaseResults, {
      params: { editionId: params.editionId },
      body: { nextLastDay: '2026-12-31' },
    });
    const stranger = (await aCourse(app(), 1)).participants[0];
    expect(codeOf((await appeal(stranger)) as never)).toBe('common.not-allowed');
    expect(codeOf((await appeal(ana)) as never)).toBe(204);
    expect(codeOf((await appeal(ben)) as never)).toBe('appealed-already');
    const look = (who: typeof jean) =>
      who.caller.call(lookAgain, {
        params,
        body: { kind: 'appeal', outcome: 'passed', reason: 'They are, on page 12.' },
      });
    expect(codeOf(await look(ines))).toBe('look-by-somebody-else');
    expect((await jean.caller.call(readWorkToMark, { params })).body).toMatchObject({
      secondLooks: [{ kind: 'appeal', asked: 'The sources are in the annex.', said: null }],
      can: { lookAgain: 'appeal' },
    });
    expect(codeOf(await look(jean))).toBe(204);
    const { works } =
      (await ana?.caller.call(readProjectWork, { params: { editionId: params.editionId } }))?.body ?? {};
    expect(works?.[0]?.result?.appeal?.said).toEqual({
      ...{ outcome: 'passed', grade: null, reason: 'They are, on page 12.' },
      before: { outcome: 'not-passed', grade: null },
    });
    const results = await app()
      .get(ResultQueries)
      .of(people.map(({ enrolmentId }) => enrolmentId));
    expect([...results.values()].map((facts) => facts.get('project-work')?.result)).toEqual(['passed', 'passed']);
  });
});

describeOnEachDatabase('who gets which result', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('is the group’s, published alone for a reason, and another one for a member who has one of their own', async () => {
    const { ines, marks, params, participants, coordinator, people } = await worksToMark(app());
    const set = (enrolmentId: string, who = ines.caller) =>
      who.call(setIndividualResult, {
        params: { ...params, enrolmentId },
        body: { outcome: 'not-passed', reason: 'Took no part in it.' },
      });
    expect(codeOf(await set(people[1]?.enrolmentId ?? ''))).toBe('no-result-yet');
    await marks(ines, passed);
    expect(codeOf(await set(newId()))).toBe('common.not-found');
    expect(codeOf(await set(people[1]?.enrolmentId ?? '', participants[0]?.caller))).toBe('common.not-allowed');
    expect(codeOf(await set(people[1]?.enrolmentId ?? ''))).toBe(204);
    const results = async () => {
      const found = await app()
        .get(ResultQueries)
        .of(people.map(({ enrolmentId }) => enrolmentId));
      return people.map(({ enrolmentId }) => found.get(enrolmentId)?.get('project-work')?.result);
    };
    expect(await results()).toEqual([null, null]);
    const release = (who: typeof coordinator) =>
      who.call(releaseOneResult, { params, body: { reason: 'She needs it for her visa.', nextLastDay: null } });
    expect(codeOf(await release(ines.caller))).toBe('common.not-allowed');
    expect(codeOf(await release(coordinator))).toBe(204);
    expect(await results()).toEqual(['passed', 'not-passed']);
    expect(codeOf(await release(coordinator))).toBe('works-unmarked');
  });

  it('goes out alone only with a next deadline of its own group, not with that of another', async () => {
    const { ines, marks, waiting, coordinator } = await worksToMark(app(), { attempts: 2 }, 2);
    const [first, second] = waiting;
    for (const one of waiting) await marks(ines, failed, one.params);
    const release = (one: typeof first, nextLastDay: string | null) =>
      coordinator.call(releaseOneResult, {
        params: one?.params as never,
        body: { reason: 'She travels.', nextLastDay },
      });
    expect(codeOf(await release(first, '2026-12-20'))).toBe(204);
    expect(codeOf(await release(second, null))).toBe('next-deadline-missing');
    expect(codeOf(await release(second, '2026-12-21'))).toBe(204);
  });

  it('is seen by markers beside what each member says they did, confirmed by the others', async () => {
    const { ines, read, participants, group, params, people } = await worksToMark(app());
    const [ana, ben] = participants;
    const of = { editionId: params.editionId, groupId: group.id };
    const say = (words: string) => ana?.caller.call(sayContribution, { params: of, body: { words } });
    const confirm = (who: typeof ana) =>
      who?.caller.call(confirmContribution, { params: { ...of, enrolmentId: people[0]?.enrolmentId ?? '' } });
    await say('The interviews.');
    expect(codeOf((await confirm(ana)) as never)).toBe('common.not-found');
    await Promise.all([confirm(ben), confirm(ben)]);
    const said = async () => (await read(ines)).contributions.find(({ words }) => words !== null);
    expect(await said()).toMatchObject({ words: 'The interviews.', confirmed: 1, others: 1 });
    await say('The interviews and the tables.');
    expect(await said()).toMatchObject({ confirmed: 0 });
    expect((await ben?.caller.call(readContributions, { params: of }))?.body.members).toHaveLength(2);
    const stranger = (await worksToMark(app())).participants[0];
    expect((await stranger?.caller.call(readContributions, { params: of }))?.status).toBe(403);
  });
});

describeOnEachDatabase('a marking plan', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('spreads works evenly, shows each marker their own, and is changed by hand', async () => {
    const { ines, jean, lucia, coordinator, edition, waiting, work } = await worksToMark(app(), {}, 6);
    const params = { editionId: edition.id };
    const plan = () => coordinator.call(planMarkers, { params, body: { rule: 'even' } });
    const both = await Promise.all([plan(), plan()]);
    expect(both.map(({ body }) => body)).toEqual([
      { works: 6, lacking: 0 },
      { works: 6, lacking: 0 },
    ]);
    expect(await app().rows(PlannedMarker)).toHaveLength(6);
    const seen = async ({ caller }: typeof jean) => {
      const { body } = await caller.call(readMarkingList, { params });
      expect(body.waiting).toBe(body.items.length);
      return body.items.length;
    };
    expect([await seen(ines), await seen(jean), await seen(lucia)]).toEqual([2, 2, 2]);
    const set = (...accountIds: string[]) =>
      coordinator.call(setMarkersOfWork, { params: { ...params, workId: work.id }, body: { accountIds } });
    expect(codeOf(await set(newId()))).toBe('not-a-marker');
    expect(codeOf(await set(ines.account.id, jean.account.id))).toBe(204);
    const { body } = await coordinator.call(readMarkingPlan, { params });
    expect(body.items.find(({ workId }) => workId === work.id)?.markers).toHaveLength(2);
    expect(body).toMatchObject({ lacking: 0, can: { plan: true } });
    expect(codeOf(await set())).toBe(204);
    expect((await coordinator.call(readMarkingPlan, { params })).body.lacking).toBe(1);
    expect((await ines.caller.call(readMarkingPlan, { params })).status).toBe(403);
    expect(waiting).toHaveLength(6);
  });

  it('keeps a tutor from marking people of their own institution', async () => {
    const { coordinator, edition, ines, participants } = await worksToMark(app(), {}, 2);
    const [person] = participants;
    const institutionId = person?.account.institutionId ?? null;
    expect(institutionId).not.toBeNull();
    await app()
      .get(DataSource)
      .query('UPDATE account SET institutionId = ? WHERE id = ?', [institutionId, ines.account.id]);
    const params = { editionId: edition.id };
    await coordinator.call(planMarkers, { params, body: { rule: 'even' } });
    const { body } = await coordinator.call(readMarkingPlan, { params });
    expect(body.items.flatMap(({ markers }) => markers).some(({ inConflict }) => inConflict)).toBe(false);
  });

  it('leaves drafts and plans of nobody behind', async () => {
    const { ines, marks, params } = await worksToMark(app());
    await ines.caller.call(saveMarkingDraft, { params, body: { from: {}, to: { comment: 'Hm.' } } });
    await marks(ines, passed);
    expect(await app().rows(MarkingDraft, { workId: params.workId })).toEqual([]);
  });
});
