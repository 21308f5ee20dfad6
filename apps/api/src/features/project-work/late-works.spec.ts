import {
  appealResult,
  extendProjectDeadline,
  lookAgain,
  markWork,
  type ProgrammeBrief,
  readMarkingTable,
  readProjectWork,
  readRelease,
  readWorkToMark,
  recordProfessorship,
  releaseOneResult,
  releaseResults,
  setIndividualResult,
} from '@libretto/contracts';
import { aCourse } from '../../testing/course';
import { aPerson } from '../../testing/fixtures';
import { handInFile } from '../../testing/hand-in-file';
import { smallPdf } from '../../testing/small-files';
import { describeOnEachDatabase, type TestApp } from '../../testing/test-app';
import { aBrief } from '../programmes/programme.builder';
import { aGroup } from './work/project-work.builder';
import { GroupMember, ProjectGroup } from './work/project-group.entity';
import { Work } from './work/work.entity';

const university = { name: 'Example University', country: 'IT', university: true };
const partner = { ...university, role: { en: 'Partner', it: 'Partner' }, cooperation: 2 as const };
/** The last moment of the deadline, which is the edition's last day. */
const usual = new Date('2026-12-11T22:59:59.000Z');
const lateBy = (milliseconds: number) => new Date(usual.getTime() + milliseconds);
const hours = 3_600_000;

/** Two groups of two, whose brief takes two points for each day begun, and two professors who mark. */
async function gradedGroups(app: TestApp, brief: Partial<ProgrammeBrief> = {}) {
  app.clock.set(new Date('2026-11-23T09:00:00Z'));
  const projectWork = aBrief({ late: { deduct: 2, most: 5 }, grades: { scale: 'thirty' }, appealDays: 9, ...brief });
  const course = await aCourse(app, 4, { projectWork, partners: [partner] });
  const editionId = course.edition.id;
  const [ines, jean] = [course.tutor, await aPerson(app, { editions: [{ editionId, role: 'tutor' }] })];
  for (const { account } of [ines, jean])
    await course.coordinator.call(recordProfessorship, {
      params: { editionId, accountId: account.id },
      body: { university: university.name },
    });
  const ids = course.participants.map(({ enrolment }) => enrolment.id);
  const groups = [ids.slice(0, 2), ids.slice(2)].map((own, at) => aGroup(editionId, own, `Group ${at + 1}`));
  for (const { group, members } of groups) {
    await app.build(ProjectGroup, group);
    await app.build(GroupMember, ...members);
  }
  const [ana, , cleo] = course.participants;
  const params = { editionId };
  const own = async (who = ana) => (await who!.caller.call(readProjectWork, { params })).body;
  const handIn = async (who: typeof ana, at: Date) => {
    app.clock.set(at);
    expect((await handInFile(who!.caller, { params }, { name: 'work.pdf', content: smallPdf })).status).toBe(201);
    return { editionId, workId: (await own(who)).works[0]!.id };
  };
  const marks = ({ caller }: typeof jean, of: { editionId: string; workId: string }, grade: string) =>
    caller.call(markWork, {
      params: of,
      body: {
        ...{ version: 1, outcome: 'passed', grade, comment: 'Well read.' },
        rubric: [{ row: 'accuracy', level: 'met' }],
      },
    });
  const extend = async (whose: object, lastDay: string) =>
    expect(
      (
        await course.coordinator.call(extendProjectDeadline, {
          params,
          body: { lastDay, reason: 'The archive was closed.', whose } as never,
        })
      ).status,
    ).toBe(204);
  const read = async (workId: string) =>
    (await ines.caller.call(readWorkToMark, { params: { editionId, workId } })).body;
  const table = async () => (await ines.caller.call(readMarkingTable, { params })).body.items;
  const preview = async () => (await course.coordinator.call(readRelease, { params })).body.late;
  const publish = async () =>
    expect((await course.coordinator.call(releaseResults, { params, body: { nextLastDay: null } })).status).toBe(204);
  return {
    ...course,
    params,
    ines,
    jean,
    ana,
    cleo,
    ids,
    groups,
    own,
    handIn,
    marks,
    extend,
    read,
    table,
    preview,
    publish,
  };
}

describeOnEachDatabase('a late work whose brief takes points away', (app) => {
  it('is told before it is handed in, marked as it deserves, and counts after the deduction', async () => {
    const { own, handIn, ana, marks, ines, read, table } = await gradedGroups(app());
    expect(await own()).toMatchObject({ late: 'deduct', deduction: { deduct: 2, most: 5, now: 0 } });
    app().clock.set(lateBy(-hours));
    expect((await own()).deduction?.now).toBe(0);
    app().clock.set(lateBy(1));
    expect((await own()).deduction?.now).toBe(2);
    const of = await handIn(ana, lateBy(24 * hours + 1));
    const late = { days: 2, points: 4, of: 30, grade: null };
    expect((await read(of.workId)).late).toEqual(late);
    expect((await table()).map((row) => row.late)).toEqual([late]);
    expect((await marks(ines, of, '27')).status).toBe(204);
    const graded = { ...late, grade: { given: '27', taken: 4, counts: '23' } };
    expect(await read(of.workId)).toMatchObject({ grade: '27', markings: [{ grade: '27' }], late: graded });
    expect((await table()).map((row) => row.late)).toEqual([graded]);
    expect((await own()).works[0]?.result).toBeNull();
  });

  it('loses nothing by more time before its result is out, and keeps its result by more time afterwards', async () => {
    const { own, handIn, ana, cleo, marks, ines, jean, read, groups, extend, preview, publish, ids, participants } =
      await gradedGroups(app());
    const [first, second] = [await handIn(ana, lateBy(hours)), await handIn(cleo, lateBy(2 * hours))];
    await marks(ines, first, '27');
    await marks(ines, second, '27');
    // More time than the deadline of the others, for one of the two members.
    await extend({ enrolmentId: ids[3] }, '2026-12-12');
    expect([(await read(first.workId)).late?.points, (await read(second.workId)).late]).toEqual([2, null]);
    const grade = { given: '27', taken: 2, counts: '25' };
    const most = [{ workId: first.workId, by: 'Group 1', late: { days: 1, points: 2, of: 30, grade } }];
    expect(await preview()).toEqual({ works: 1, most });
    app().clock.set(lateBy(30 * hours));
    await publish();
    expect(await preview()).toEqual({ works: 0, most: [] });
    await app().runJobs();
    const toGroup = (members: readonly string[]) => {
      const of = participants.filter(({ enrolment }) => members.includes(enrolment.id));
      const mails = app()
        .mails()
        .filter((mail) => of.some(({ account }) => mail.includes(`To: ${account.email}`)));
      return mails
        .filter((mail) => mail.includes('result is available'))
        .map((mail) => mail.includes('Grade: 25 of 30. 27 given'));
    };
    expect([toGroup(ids.slice(0, 2)), toGroup(ids.slice(2))]).toEqual([
      [true, true],
      [false, false],
    ]);
    const results = async () => [(await own(ana)).works[0]?.result, (await own(cleo)).works[0]?.result];
    const out = [
      { grade: '25', late: { days: 1, points: 2, grade: { given: '27', taken: 2, counts: '25' } } },
      { grade: '27', late: null },
    ];
    expect(await results()).toMatchObject(out);
    await extend({ groupId: groups[0]!.group.id }, '2026-12-20');
    expect(await results()).toMatchObject(out);
    expect(await app().rows(Work, { id: first.workId })).toMatchObject([{ grade: '27', lateDays: 1, latePoints: 2 }]);

    // Who looks again changes what was given; that it came late is as it was.
    await ana!.caller.call(appealResult, { params: first, body: { reason: 'The sources are in the annex.' } });
    const said = { kind: 'appeal' as const, outcome: 'passed' as const, reason: 'They are.' };
    expect((await jean.caller.call(lookAgain, { params: first, body: { ...said, grade: '29' } })).status).toBe(204);
    expect((await results())[0]).toMatchObject({ grade: '27', late: { grade: { given: '29', taken: 2 } } });

    // A result of one's own is what its reason says it is.
    const params = { ...first, enrolmentId: ids[0]! };
    const body = { outcome: 'passed' as const, grade: '28', reason: 'Ill.' };
    expect((await ines.caller.call(setIndividualResult, { params, body })).status).toBe(204);
    expect((await results())[0]).toMatchObject({ grade: '28', late: null });
  });

  it('stays passed, and keeps what it cost where its result is published alone', async () => {
    const { own, handIn, ana, marks, ines, coordinator } = await gradedGroups(app());
    const of = await handIn(ana, lateBy(9 * 24 * hours - hours));
    await marks(ines, of, '19');
    const body = { reason: 'Moves abroad.', nextLastDay: null };
    expect((await coordinator.call(releaseOneResult, { params: of, body })).status).toBe(204);
    expect((await own()).works[0]?.result).toMatchObject({
      outcome: 'passed',
      grade: '18',
      late: { days: 9, points: 5, grade: { given: '19', taken: 1, counts: '18' } },
    });
  });

  it('says nothing of it to markers who may not know whose it is', async () => {
    const { handIn, ana, marks, ines, read, table, own, preview, publish } = await gradedGroups(app(), {
      anonymous: true,
    });
    const of = await handIn(ana, lateBy(hours));
    await marks(ines, of, '27');
    const { late, versions } = await read(of.workId);
    expect([late, versions[0]?.isLate, (await table())[0]?.late]).toEqual([null, false, null]);
    expect((await preview()).works).toBe(1);
    const { editionId } = of;
    const marker = await aPerson(app(), { organisation: 'coordinator', editions: [{ editionId, role: 'tutor' }] });
    expect((await marker.caller.call(readRelease, { params: { editionId } })).body.late.works).toBe(0);
    await publish();
    expect((await own()).works[0]?.result).toMatchObject({ grade: '25' });
    expect(await read(of.workId)).toMatchObject({ late: { points: 2 }, versions: [{ isLate: true }] });
  });
});
