import {
  cancelSession,
  type InputOf,
  declareProjectMinutes,
  moveSession,
  readCompletion,
  readEditionCompletion,
  readAttendanceGrid,
  readMyCompletion,
  releaseResults,
} from '@libretto/contracts';
import * as z from 'zod/mini';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { JobDirectory } from '../../platform/jobs/job-directory';
import { OutboxRow } from '../../platform/database/outbox-row.entity';
import { aCourse, aHeldSession, aMarkedWork, aPlannedSession } from '../../testing/course';
import { aColleague, anEnrolmentIn, aPerson } from '../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../testing/test-app';
import { Ledger } from '../workload';
import { Completion } from './completion.entity';
import { CompletionQueries } from './completion-queries';
import { RequirementsMet } from './completion.events';

const told = { name: 'spec.requirements-met', payload: z.object({ enrolmentId: z.string() }) };

/** Lets `RequirementsMet` leave a row in the commit in which it is published, as a job that listens to it would. */
beforeAll(() => {
  const { runsAfter } = JobDirectory.prototype;
  jest.spyOn(JobDirectory.prototype, 'runsAfter').mockImplementation(function (this: JobDirectory, event: object) {
    const own = event instanceof RequirementsMet ? [{ job: told, payload: { enrolmentId: event.enrolmentId } }] : [];
    return [...runsAfter.call(this, event), ...own];
  });
});

const timesTold = async (app: TestApp, enrolmentId: string) =>
  (await app.rows(OutboxRow, { job: told.name })).filter(
    ({ payload }) => (payload as { enrolmentId: string }).enrolmentId === enrolmentId,
  ).length;

/** Writes minutes of module 1 and 2 as a session, a declaration or the project would. */
function write(
  app: TestApp,
  { enrolmentId, by, minutes }: { enrolmentId: string; by: string; minutes: [number, number] },
) {
  const statement = { enrolmentId, kind: 'self-study', day: '2026-11-20', source: 'declaration' } as const;
  return app.get(Transaction).run((tx) =>
    app.get(Ledger).write(
      tx,
      minutes.map((worth, at) => ({ ...statement, moduleNumber: at + 1, minutes: worth, sourceId: newId() })),
      { accountId: by },
    ),
  );
}

/** Everything is met but the release of the results and 60 of the project's minutes. */
async function nearlyThere(app: TestApp, people = 1) {
  const course = await aCourse(app, people);
  const { edition, tutor, participants } = course;
  const enrolmentIds = participants.map(({ enrolment }) => enrolment.id);
  await aHeldSession(app, {
    editionId: edition.id,
    tutorId: tutor.account.id,
    marks: enrolmentIds.map((id) => [id, 'present']),
  });
  for (const enrolmentId of enrolmentIds) await write(app, { enrolmentId, by: tutor.account.id, minutes: [600, 540] });
  await aMarkedWork(app, { editionId: edition.id, enrolmentIds, by: tutor.account.id });
  const declare = (at: number) =>
    participants[at]!.caller.call(declareProjectMinutes, {
      params: { editionId: edition.id },
      body: { entryId: newId(), from: '2026-11-21', minutes: 60 },
    });
  const release = () =>
    course.coordinator.call(releaseResults, { params: { editionId: edition.id }, body: { nextLastDay: null } });
  return { ...course, params: { editionId: edition.id }, enrolmentIds, declare, release };
}

describeOnEachDatabase('completion', (app) => {
  it('explains to the participant what is there, what is missing and which records say so', async () => {
    const { participants, params } = await nearlyThere(app());
    const { status, body } = await participants[0]!.caller.call(readMyCompletion, { params });
    expect(status).toBe(200);
    expect(body).toMatchObject({ met: false, metAt: null });
    expect(body.requirements).toMatchObject([
      {
        kind: 'modules',
        met: false,
        missing: 1,
        modules: [
          { number: 1, minutes: 600, needed: 600, done: true, title: { en: 'Reading' } },
          { minutes: 540, needed: 600 },
        ],
      },
      {
        kind: 'in-presence',
        met: true,
        attended: 1,
        needed: 1,
        sessions: [{ mark: 'present', counts: true, zone: 'Europe/Rome' }],
      },
      { kind: 'ledger-minutes', met: false, missing: 60, minutes: 1140, needed: 1200 },
      { kind: 'project-work', met: false, missing: 1, works: [{ passed: false, work: { attempt: 1, result: null } }] },
    ]);
  });

  it('says the same to the tutor and the coordinator, and nothing to others', async () => {
    const { participants, params, enrolmentIds, tutor, coordinator } = await nearlyThere(app());
    const ask = { params: { ...params, enrolmentId: enrolmentIds[0]! } };
    const own = (await participants[0]!.caller.call(readMyCompletion, { params })).body;
    expect(own.isOwn).toBe(true);
    expect((await tutor.caller.call(readCompletion, ask)).body).toEqual({ ...own, isOwn: false });
    expect((await coordinator.call(readCompletion, ask)).body).toEqual({ ...own, isOwn: false });
    expect((await participants[0]!.caller.call(readCompletion, ask)).status).toBe(403);
    const other = await aCourse(app(), 0);
    expect((await other.tutor.caller.call(readCompletion, ask)).status).toBe(403);
    expect(
      (await other.tutor.caller.call(readCompletion, { params: { ...ask.params, editionId: other.edition.id } }))
        .status,
    ).toBe(404);
    const member = await aPerson(app(), { editions: [{ ...params, role: 'member' }] });
    expect((await member.caller.call(readEditionCompletion, { params })).status).toBe(403);
  });

  it('is told in the commit that meets the last requirement, and once', async () => {
    const { params, enrolmentIds, declare, release, participants } = await nearlyThere(app());
    const [enrolmentId] = enrolmentIds as [string];
    expect((await declare(0)).status).toBe(204);
    expect(await timesTold(app(), enrolmentId)).toBe(0);
    expect((await release()).status).toBe(204);
    expect(await timesTold(app(), enrolmentId)).toBe(1);
    expect(await app().rows(Completion, { enrolmentId })).toMatchObject([{ metAt: expect.any(Date) }]);
    expect((await declare(0)).status).toBe(204);
    expect(await timesTold(app(), enrolmentId)).toBe(1);
    expect((await participants[0]!.caller.call(readMyCompletion, { params })).body).toMatchObject({
      met: true,
      metAt: expect.any(String),
    });
  });

  it('is met by a session that does not take place after all', async () => {
    const { edition, enrolmentIds, declare, release, tutor } = await nearlyThere(app());
    const [enrolmentId] = enrolmentIds as [string];
    const { id: sessionId } = await aPlannedSession(app(), edition.id);
    await declare(0);
    await release();
    expect(await timesTold(app(), enrolmentId)).toBe(0);
    const body = { reason: 'The house closes.' };
    expect(
      (await tutor.caller.call(cancelSession, { params: { editionId: edition.id, sessionId }, body })).status,
    ).toBe(204);
    expect(await timesTold(app(), enrolmentId)).toBe(1);
  });

  it('asks whoever joined later for the sessions from then on, and follows one that moves past their enrolment', async () => {
    const { edition, tutor, coordinator } = await aCourse(app(), 0);
    const params = { editionId: edition.id };
    const joined = async (enrolledAt: string) => {
      const person = await aColleague(app(), { editions: [{ ...params, role: 'participant' }] });
      return {
        ...person,
        enrolment: await anEnrolmentIn(app(), edition.id, person, { enrolledAt: new Date(enrolledAt) }),
      };
    };
    const [first, second, last] = [
      await joined('2026-11-01T08:00:00Z'),
      await joined('2026-11-21T08:00:00Z'),
      await joined('2026-12-02T08:00:00Z'),
    ];
    await aHeldSession(app(), {
      editionId: edition.id,
      tutorId: tutor.account.id,
      marks: [[first.enrolment.id, 'absent']],
    });
    const planned = await aPlannedSession(app(), edition.id);
    const inPresence = async (person: typeof first) =>
      (await person.caller.call(readMyCompletion, { params })).body.requirements.find(
        ({ kind }) => kind === 'in-presence',
      );
    expect(await inPresence(first)).toMatchObject({ attended: 0, needed: 2, open: 1 });
    expect(await inPresence(second)).toMatchObject({
      attended: 0,
      needed: 1,
      sessions: [{ isEarlier: true, isAsked: false }, { isAsked: true }],
    });
    expect(await inPresence(last)).toMatchObject({ met: true, attended: 0, needed: 0 });
    const minutes = (await last.caller.call(readMyCompletion, { params })).body.requirements.find(
      ({ kind }) => kind === 'ledger-minutes',
    );
    expect(minutes).toMatchObject({ needed: 900, earlier: 300 });

    const startsLocal = '2026-12-05T09:00';
    const moved = { startsLocal, endsLocal: '2026-12-05T12:00', zone: 'Europe/Rome' };
    const sessionId = planned.id;
    expect((await coordinator.call(moveSession, { params: { ...params, sessionId }, body: moved })).status).toBe(204);
    expect(await inPresence(last)).toMatchObject({ met: false, attended: 0, needed: 1 });
    const { body } = await coordinator.call(readAttendanceGrid, { params });
    expect(body.people.map(({ marks }) => marks)).toEqual([
      ['absent', null],
      ['earlier', null],
      ['earlier', null],
    ]);
  });

  it('leaves nothing behind where the change that met it is taken back', async () => {
    const { enrolmentIds, release, tutor } = await nearlyThere(app());
    const [enrolmentId] = enrolmentIds as [string];
    await release();
    const failing = app()
      .get(Transaction)
      .run(async (tx) => {
        const statement = {
          enrolmentId,
          moduleNumber: 2,
          kind: 'project',
          minutes: 60,
          day: '2026-11-20',
          source: 'project-work',
          sourceId: newId(),
        } as const;
        await app().get(Ledger).write(tx, [statement], { accountId: tutor.account.id });
        throw new Error('the change failed after all');
      });
    await expect(failing).rejects.toThrow();
    expect(await timesTold(app(), enrolmentId)).toBe(0);
    expect(await app().rows(Completion, { enrolmentId })).toEqual([]);
  });

  it('is told once, never twice and never not at all, when the last two requirements are met at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { enrolmentIds, declare, release } = await nearlyThere(app(), 4);
      const answers = await Promise.all([declare(0), declare(1), release(), declare(2), declare(3)]);
      expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
      for (const enrolmentId of enrolmentIds) expect(await timesTold(app(), enrolmentId)).toBe(1);
      const completions = await Promise.all(enrolmentIds.map((enrolmentId) => app().rows(Completion, { enrolmentId })));
      expect(completions.flat().filter(({ metAt }) => metAt)).toHaveLength(4);
    }
  }, 60_000);

  it('is taken away by a correction before the issue, asked again there, and told again when it is back', async () => {
    const { enrolmentIds, declare, release, tutor, edition, participants } = await nearlyThere(app());
    const [enrolmentId] = enrolmentIds as [string];
    await release();
    const entry = {
      enrolmentId,
      moduleNumber: 2,
      kind: 'self-study',
      minutes: 60,
      day: '2026-11-20',
      source: 'declaration',
      sourceId: newId(),
    } as const;
    const state = (minutes: number) =>
      app()
        .get(Transaction)
        .run((tx) =>
          app()
            .get(Ledger)
            .restate(tx, [{ ...entry, minutes }], { accountId: tutor.account.id, reason: 'Counted twice.' }),
        );
    const isMetNow = () =>
      app()
        .get(Transaction)
        .run((tx) => app().get(CompletionQueries).isMetNow(tx, enrolmentId));
    await state(60);
    expect([await timesTold(app(), enrolmentId), await isMetNow()]).toEqual([1, true]);
    await state(0);
    expect(await app().rows(Completion, { enrolmentId })).toMatchObject([{ metAt: null }]);
    expect([await timesTold(app(), enrolmentId), await isMetNow()]).toEqual([1, false]);
    expect((await participants[0]!.caller.call(readMyCompletion, { params: { editionId: edition.id } })).body.met).toBe(
      false,
    );
    await declare(0);
    expect([await timesTold(app(), enrolmentId), await isMetNow()]).toEqual([2, true]);
  });

  it('of an edition is a page of people, in as many statements for few as for many', async () => {
    const small = await nearlyThere(app(), 1);
    const large = await nearlyThere(app(), 8);
    await large.declare(3);
    await large.release();
    const ask = ({ coordinator, params }: typeof small) => coordinator.call(readEditionCompletion, { params });
    await ask(small);
    await ask(large);
    const { body, statements } = await ask(large);
    expect(body).toMatchObject({ enrolled: 8, complete: 1, next: null });
    expect(body.items.filter(({ met }) => met)).toHaveLength(1);
    expect(body.items[0]?.requirements.map(({ kind, missing }) => [kind, missing])).toEqual([
      ['modules', 1],
      ['in-presence', 0],
      ['ledger-minutes', 60],
      ['project-work', 0],
    ]);
    expect(statements).toBe((await ask(small)).statements);

    const listed = async (query: InputOf<typeof readEditionCompletion>['query']) =>
      (await large.coordinator.call(readEditionCompletion, { params: large.params, query })).body;
    const names = body.items.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b));
    expect((await listed({ sort: '-name' })).items.map(({ name }) => name)).toEqual(names.toReversed());
    const done = await listed({ standing: 'complete' });
    expect([done.items.map(({ met }) => met), done.found, done.enrolled]).toEqual([[true], 1, 8]);
    expect((await listed({ standing: 'missing', sort: 'standing' })).found).toBe(7);
    expect((await listed({ q: 'nobody of this name' })).items).toEqual([]);
  });
});
