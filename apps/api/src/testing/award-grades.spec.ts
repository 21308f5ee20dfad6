import { type ProgrammeBrief, readAward, supersedeCredential } from '@libretto/contracts';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { aCourse, aWaitingWork } from './course';
import { describeOnEachDatabase, type TestApp } from './test-app';
import { RequirementsMet } from '../features/completion';
import { aBrief } from '../features/programmes/programme.builder';
import { IndividualResult } from '../features/project-work/results/individual-result.entity';
import { Work } from '../features/project-work/work/work.entity';
import { IssueAward } from '../features/credentials/issuing/jobs/issue-award.handler';
import { Credential } from '../features/credentials/award/credential.entity';
import { aPerson } from './fixtures';
import { Award } from '../features/credentials/award/award.entity';
import { AwardDrafter } from '../features/credentials/award/award-drafter';
import { LearnerConfirmation } from '../features/credentials/award/learner-confirmation.entity';

const nothingAsked = { completion: { inPresencePercent: 0, projectWorkPassed: false, surveyAnswered: false } };

/** A class in which everybody worked alone and has this grade; without one, the work has passed. */
async function aGradedClass(app: TestApp, grades: readonly (string | null)[], brief: Partial<ProgrammeBrief> = {}) {
  const projectWork = aBrief({ by: 'person', grades: { scale: 'thirty' }, ...brief });
  const course = await aCourse(app, grades.length, { ...nothingAsked, projectWork });
  const works: Work[] = [];
  for (const [at, { enrolment, account }] of course.participants.entries()) {
    const { work } = await aWaitingWork(app, course.edition.id, [{ enrolmentId: enrolment.id, accountId: account.id }]);
    const grade = grades[at] ?? null;
    const outcome = grade !== null && Number(grade) < 18 ? ('not-passed' as const) : ('passed' as const);
    const result = { state: 'released' as const, waits: false, outcome, grade, releasedAt: app.clock.now() };
    await app.get(Transaction).run((tx) => tx.manager.update(Work, { id: work.id }, result));
    works.push(work);
  }
  const ids = course.participants.map(({ enrolment }) => enrolment.id);
  await app.build(
    LearnerConfirmation,
    ...ids.map((enrolmentId) => ({
      ...{ id: newId(), enrolmentId, confirmedAt: app.clock.now() },
      ...{ givenName: 'Ana', familyName: 'Kovač', birthDate: '1988-04-12' },
    })),
  );
  const award = async (at: number) => {
    const enrolmentId = ids[at] ?? '';
    await app.get(Transaction).run((tx) => tx.publish(new RequirementsMet(enrolmentId)));
    expect(await app.runJobs()).toEqual([]);
    return (await app.rows(Award, { enrolmentId }))[0];
  };
  return { ...course, works, ids, award };
}

describeOnEachDatabase('the grades of an award', (app) => {
  const eleven = ['28', ...Array.from({ length: 8 }, () => '27'), '30 e lode', '18'];

  it('are its learner’s, with the scale and with how many people of the edition passed with which', async () => {
    const { works, ids, tutor, award } = await aGradedClass(app(), [...eleven, '12', null]);
    await app().build(IndividualResult, {
      ...{ id: newId(), workId: works[1]?.id ?? '', enrolmentId: ids[1] ?? '', outcome: 'not-passed', grade: null },
      ...{ professorId: null, reason: 'Elsewhere.', setBy: tutor.account.id, at: app().clock.now() },
    });
    const [grade] = (await award(0))?.snapshot.record.grades ?? [];
    expect(grade).toMatchObject({ grade: '28', scale: { passFrom: '18' } });
    expect([grade?.scale.grades[0], grade?.scale.grades.at(-1)]).toEqual(['30 e lode', '0']);
    expect(grade?.distribution).toEqual({
      people: 10,
      grades: [
        { grade: '30 e lode', people: 1 },
        { grade: '28', people: 1 },
        { grade: '27', people: 7 },
        { grade: '18', people: 1 },
      ],
    });
    expect((await award(12))?.snapshot.record.grades).toBeUndefined();
  });

  it('say what was given beside what counts of a late work, and count among the others by what counts', async () => {
    const { works, award } = await aGradedClass(app(), eleven);
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Work, { id: works[0]?.id }, { lateDays: 1, latePoints: 1 }));
    const [grade] = (await award(0))?.snapshot.record.grades ?? [];
    expect(grade).toMatchObject({ grade: '27', late: { given: '28', taken: 1, days: 1 } });
    expect(grade?.distribution?.grades).toContainEqual({ grade: '27', people: 9 });
    expect((await award(1))?.snapshot.record.grades?.[0]).not.toHaveProperty('late');
  });

  it('tell nobody apart among fewer than ten, and stay as they were issued', async () => {
    const { works, award } = await aGradedClass(app(), ['28', '27', '12']);
    const issued = await award(0);
    expect(issued?.snapshot.record.grades).toMatchObject([{ grade: '28' }]);
    expect(issued?.snapshot.record.grades?.[0]).not.toHaveProperty('distribution');
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Work, { id: works[0]?.id }, { grade: '30' }));
    expect((await award(0))?.snapshot).toEqual(issued?.snapshot);
  });

  it('are those of the moment of issue: one that changes while it is drafted is drafted again', async () => {
    const { works, ids, award } = await aGradedClass(app(), ['28']);
    const drafter = app().get(AwardDrafter);
    const draft = drafter.draft.bind(drafter);
    const during = jest.spyOn(drafter, 'draft').mockImplementationOnce(async (...asked) => {
      const drafted = await draft(...asked);
      await app()
        .get(Transaction)
        .run((tx) => tx.manager.update(Work, { id: works[0]?.id }, { grade: '29' }));
      return drafted;
    });
    await app()
      .get(Transaction)
      .run((tx) => tx.publish(new RequirementsMet(ids[0] ?? '')));
    await app()
      .get(IssueAward)
      .run({ enrolmentId: ids[0] ?? '' });
    during.mockRestore();
    expect(await app().rows(Award, { enrolmentId: ids[0] })).toEqual([]);
    expect((await award(0))?.snapshot.record.grades).toMatchObject([{ grade: '29' }]);
  });

  it('are compared with those of the same work by the same scale only', async () => {
    const { edition, ids, award } = await aGradedClass(app(), ['28']);
    const [grade] = (await award(0))?.snapshot.record.grades ?? [];
    const changed = (was: object) =>
      app()
        .get(AwardDrafter)
        .changedGrades({ id: ids[0] ?? '', editionId: edition.id }, {
          grades: [{ ...grade, grade: '27', ...was }],
        } as never);
    expect(await changed({})).toMatchObject([{ grade: '28' }]);
    expect(await changed({ work: { en: 'Another', it: 'Un altro' } })).toBeUndefined();
    expect(await changed({ scale: { grades: ['A', 'B'], passFrom: 'B' } })).toBeUndefined();
  });

  it('come into the credential by a correction where an appeal has changed one since', async () => {
    const { works, ids, award } = await aGradedClass(app(), ['28', ...Array<string>(9).fill('27')]);
    await award(0);
    const enrolmentId = ids[0] ?? '';
    const { caller: registrar } = await aPerson(app(), { organisation: 'registrar' });
    const read = async () => (await registrar.call(readAward, { params: { enrolmentId } })).body;
    const change = (grade: string, outcome: 'passed' | 'not-passed' = 'passed') =>
      app()
        .get(Transaction)
        .run((tx) => tx.manager.update(Work, { id: works[0]?.id }, { grade, outcome }));
    const learner = { givenName: 'Ana', familyName: 'Kovač', birthDate: '1988-04-12' };
    const correct = async () =>
      registrar.call(supersedeCredential, {
        params: { credentialId: (await read()).credentials[0]?.id ?? '' },
        body: { ...learner, reason: 'The appeal was upheld.' },
      });
    expect((await read()).changedGrades).toEqual([]);
    expect((await correct()).body.code).toBe('credentials.nothing-corrected');
    await change('12', 'not-passed');
    expect((await read()).changedGrades).toEqual([]);
    await change('30');
    expect((await read()).changedGrades).toMatchObject([{ was: '28', is: '30' }]);
    expect((await correct()).status).toBe(204);
    expect(await app().runJobs()).toEqual([]);
    const file = await read();
    const grades = [
      { grade: '30', people: 1 },
      { grade: '27', people: 9 },
    ];
    expect(file).toMatchObject({
      changedGrades: [],
      record: { grades: [{ grade: '30', distribution: { people: 10, grades } }] },
    });
    expect(file.credentials.map(({ number, state }) => [number, state])).toEqual([
      [2, 'valid'],
      [1, 'superseded'],
    ]);
    const [newest] = await app().rows(Credential, {
      number: 2,
      awardId: (await app().rows(Award, { enrolmentId }))[0]?.id,
    });
    expect(JSON.stringify(newest?.signed)).toContain('"value":"30"');
    // A later correction of the name keeps it, and the award is as it was.
    expect((await correct()).body.code).toBe('credentials.nothing-corrected');
    expect((await award(0))?.snapshot.record.grades).toMatchObject([{ grade: '28' }]);
  });

  it('are none where the brief has no grades', async () => {
    const { award } = await aGradedClass(app(), [null], { grades: undefined });
    expect((await award(0))?.snapshot.record.grades).toBeUndefined();
  });
});
