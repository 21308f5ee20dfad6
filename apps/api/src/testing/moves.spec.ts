import { setTimeout as pause } from 'node:timers/promises';
import {
  addMaterial,
  approveMoreSelfStudy,
  closeEdition,
  declareProjectMinutes,
  declareSelfStudy,
  moveEdition,
  planSession,
  type ProgrammeDefinition,
  readEdition,
  readMovePreview,
  readMoves,
  readMyCompletion,
  submitApplication,
  uploadMaterial,
} from '@libretto/contracts';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { OutboxRow } from '../platform/database/outbox-row.entity';
import { handInFile } from './hand-in-file';
import { aHeldSession } from './course';
import { aCourseBehind, nothing, publishNewer, reason, unmet } from './course-behind';
import { smallPdf } from './small-files';
import { anApplicant, aPerson, aRulingOn, withDiploma } from './fixtures';
import { describeOnEachDatabase, type TestApp } from './test-app';
import { LookAgain } from '../features/completion/jobs/look-again.handler';
import { KeepCompletion } from '../features/completion/keep-completion';
import { Award } from '../features/credentials/award/award.entity';
import { AwardIssue } from '../features/credentials/award/award-issue.entity';
import { LearnerConfirmation } from '../features/credentials/award/learner-confirmation.entity';
import { EditionDirectory } from '../features/editions';
import { Edition } from '../features/editions/edition.entity';
import { aMaterial } from '../features/modules/material/material.builder';
import { Material } from '../features/modules/material/material.entity';
import { ProjectGroup } from '../features/project-work/work/project-group.entity';
import { Session } from '../features/schedule/timetable/session.entity';
import { SelfStudyApproval } from '../features/workload/self-study-approval.entity';
import { WorkloadEntry } from '../features/workload/workload-entry.entity';
import { Application } from '../features/admissions/dossier/application.entity';
import { aBrief, aDefinition } from '../features/programmes/programme.builder';
import { aWorkloadEntry } from '../features/workload/workload-entry.builder';
import { EditionMove } from '../features/moves/edition-move.entity';

const { modules, admission } = aDefinition();
const projectWork = aBrief();
const withoutModuleTwo = { modules: modules.slice(0, 1), projectWork: aBrief({ module: 1 }) };
const pdf = { name: 'work.pdf', content: smallPdf };
const aTime = {
  startsLocal: '2026-11-25T09:00',
  endsLocal: '2026-11-25T10:00',
  zone: 'Europe/Rome',
  joinUrl: 'https://meet.example.org/a',
};
const anHour = () => ({ entryId: newId(), from: '2026-11-20', minutes: 60 });
type Behind = Awaited<ReturnType<typeof aCourseBehind>>;

/** Calls something while a move holds the edition and is not committed. Answers the status of the response. */
async function duringMove(
  app: TestApp,
  course: Behind,
  changed: Partial<ProgrammeDefinition>,
  ask: (course: Behind) => Promise<{ status: number }>,
): Promise<number> {
  const { params, next } = course;
  const newer = await publishNewer(app, params.editionId, changed, next.number + 1);
  const editions = app.get(EditionDirectory);
  const asked = await app.get(Transaction).run(async (tx) => {
    await editions.lockAlone(tx, params.editionId);
    const answer = ask(course);
    await pause(500);
    await editions.moveTo(tx, params.editionId, newer.id);
    return { answer };
  });
  return (await asked.answer).status;
}

describeOnEachDatabase('an edition', (app) => {
  it('moves to a newer version with a reason, and everybody’s requirements are looked at again, once', async () => {
    const { params, next, move, completions, coordinator, participants } = await aCourseBehind(app(), { people: 2 });
    expect((await coordinator.call(readMoves, { params })).body).toEqual({ newer: 2, moves: [] });

    expect((await move()).status).toBe(204);
    expect(await app().runJobs()).toEqual([]);

    expect((await coordinator.call(readEdition, { params })).body.programme.version).toBe(2);
    expect((await coordinator.call(readMoves, { params })).body).toMatchObject({
      newer: null,
      moves: [{ from: 1, to: 2, reason, by: expect.any(String) }],
    });
    expect(await app().rows(EditionMove, params)).toMatchObject([{ toVersionId: next.id }]);
    const met = await completions();
    expect(met.map(({ metAt }) => metAt)).toEqual([expect.any(Date), expect.any(Date)]);
    expect((await participants[0]?.caller.call(readMyCompletion, { params }))?.body).toMatchObject({
      met: true,
      requirements: [],
    });

    await app().get(LookAgain).run(params);
    expect(await completions()).toEqual(met);
    expect(await app().rows(AwardIssue, { enrolmentId: participants[0]?.enrolment.id as string })).toHaveLength(1);
  });

  it('shows beforehand whom it changes and how, and what differs', async () => {
    const {
      params,
      coordinator,
      participants: [ana, ivo],
      tutor,
    } = await aCourseBehind(app(), {
      people: 3,
      before: { ...nothing, inPresencePercent: 80, ledgerMinutes: 100 },
      after: { ...nothing, inPresencePercent: 80, ledgerMinutes: 200 },
    });
    const marks = [ana, ivo].map((person) => [person?.enrolment.id as string, 'present'] as [string, 'present']);
    await aHeldSession(app(), { editionId: params.editionId, tutorId: tutor.account.id, marks });
    const entry = (person: typeof ana, minutes: number) =>
      aWorkloadEntry({ enrolmentId: person?.enrolment.id as string, byAccountId: tutor.account.id, minutes });
    await app().build('WorkloadEntry', entry(ana, 150), entry(ivo, 250));

    const { body } = await coordinator.call(readMovePreview, { params });

    expect(body).toMatchObject({
      from: 1,
      to: 2,
      enrolled: 3,
      changed: 2,
      complete: { before: 2, after: 1 },
      hindrances: [],
      next: null,
    });
    expect(body.differences).toEqual([
      {
        what: 'requirement',
        kind: 'ledger-minutes',
        before: { amount: 100, modules: [] },
        after: { amount: 200, modules: [] },
      },
    ]);
    expect(body.items.find(({ enrolmentId }) => enrolmentId === ana?.enrolment.id)).toMatchObject({
      isComplete: { before: true, after: false },
      hasAward: false,
      requirements: [
        { kind: 'in-presence', before: 0, after: 0 },
        { kind: 'ledger-minutes', before: 0, after: 50 },
      ],
    });
    expect(body.items.map(({ enrolmentId }) => enrolmentId)).not.toContain(ivo?.enrolment.id);
  });

  it('shows it in pages by a fixed number of statements, and nothing where nothing is newer', async () => {
    const small = await aCourseBehind(app());
    const large = await aCourseBehind(app(), { people: 101 });
    const ask = async ({ coordinator, params }: typeof small, after?: string) =>
      coordinator.call(readMovePreview, { params, query: { after } });
    await ask(small);
    const first = await ask(large);
    const second = await ask(large, first.body.next as string);
    expect([first.body.items.length, second.body.items.length, second.body.next, second.body.changed]).toEqual([
      100,
      1,
      null,
      101,
    ]);
    expect((await ask(large)).statements).toBe((await ask(small)).statements);
    await small.move();
    expect(await ask(small)).toMatchObject({ status: 409, body: { code: 'editions.no-newer-version' } });
  });

  it('is not moved by a preview that is stale, nor without a reason, nor twice', async () => {
    const { params, move, coordinator } = await aCourseBehind(app());
    await publishNewer(app(), params.editionId, { completion: nothing, months: 2 }, 3);
    expect(await move()).toMatchObject({
      status: 409,
      body: { code: 'editions.move-is-stale', numbers: { runs: 1, newest: 3 } },
    });
    expect((await move({ to: 3, reason: '  ' })).status).toBe(422);
    expect((await coordinator.call(readMoves, { params })).body).toEqual({ newer: 3, moves: [] });
    const answers = await Promise.all([1, 2, 3, 4].map(() => move({ to: 3 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409]);
    expect(await app().rows(EditionMove, params)).toHaveLength(1);
  });

  it('is not moved away from under its records', async () => {
    const { edition, params, tutor, participants, coordinator, move } = await aCourseBehind(app());
    const modules = aDefinition().modules.filter(({ number }) => number === 1);
    await publishNewer(
      app(),
      params.editionId,
      { modules, projectWork: aBrief({ module: 1 }), completion: nothing },
      3,
    );
    await aHeldSession(app(), { editionId: edition.id, tutorId: tutor.account.id, marks: [] });
    await app().build('Material', aMaterial({ editionId: edition.id, moduleNumber: 2, addedBy: tutor.account.id }));
    await app().build(
      'WorkloadEntry',
      aWorkloadEntry({
        enrolmentId: participants[0]?.enrolment.id as string,
        byAccountId: tutor.account.id,
        moduleNumber: 2,
      }),
    );

    expect((await coordinator.call(readMovePreview, { params })).body.hindrances).toEqual([
      { what: 'module-gone', module: 2, brief: null, records: 'sessions', count: 1 },
      { what: 'module-gone', module: 2, brief: null, records: 'materials', count: 1 },
      { what: 'module-gone', module: 2, brief: null, records: 'entries', count: 1 },
    ]);
    expect(await move({ to: 3 })).toMatchObject({
      status: 409,
      body: { code: 'editions.move-is-hindered', numbers: { hindrances: 3, sessions: 1, materials: 1, entries: 1 } },
    });
  });

  it('keeps its criteria while applications are judged, and tells nobody how many', async () => {
    const { params, move, coordinator } = await aCourseBehind(app());
    await anApplicant(app(), params.editionId);
    const { admission } = aDefinition();
    await publishNewer(
      app(),
      params.editionId,
      { admission: { ...admission, criteria: admission.criteria.slice(0, 1) }, completion: nothing },
      3,
    );
    expect((await coordinator.call(readMovePreview, { params })).body.hindrances).toEqual([
      { what: 'criteria', module: null, brief: null, records: 'applications', count: null },
    ]);
    expect(await move({ to: 3 })).toMatchObject({
      body: { code: 'editions.move-is-hindered', numbers: { hindrances: 1 } },
    });
  });

  it.each<[string, string, boolean]>([
    ['keeps', '2026-11-20T08:00:00Z', true],
    ['need not keep', '2026-10-20T08:00:00Z', false],
  ])('%s its criteria word by word where a rejection is of %s', async (_, ruledAt, isKept) => {
    const { params, coordinator } = await aCourseBehind(app());
    const { application } = await anApplicant(app(), params.editionId, { application: { state: 'ruled' } });
    await aRulingOn(app(), application.id, {
      outcome: 'rejected',
      decision: 'rejected',
      placeUntil: null,
      at: new Date(ruledAt),
    });
    const { admission } = aDefinition();
    await publishNewer(
      app(),
      params.editionId,
      {
        admission: {
          ...admission,
          criteria: [
            ...admission.criteria,
            { id: 'post', kind: 'required', statement: { en: 'A post.', it: 'Un incarico.' } },
          ],
        },
        completion: nothing,
      },
      3,
    );
    expect((await coordinator.call(readMovePreview, { params })).body.hindrances.map(({ what }) => what)).toEqual(
      isKept ? ['criteria'] : [],
    );
  });

  it('that is closed stays as it is', async () => {
    const { params, move, coordinator } = await aCourseBehind(app(), { values: { state: 'closed' } });
    expect(await move()).toMatchObject({ status: 409, body: { code: 'editions.is-closed' } });
    expect((await coordinator.call(readMovePreview, { params })).status).toBe(409);
    expect((await coordinator.call(readMoves, { params })).body.newer).toBeNull();
  });

  it('is moved by coordinators only', async () => {
    const { params, tutor, participants } = await aCourseBehind(app());
    const registrar = await aPerson(app(), { organisation: 'registrar' });
    for (const { caller } of [tutor, registrar, ...participants])
      for (const answer of [
        await caller.call(moveEdition, { params, body: { from: 1, to: 2, reason } }),
        await caller.call(readMovePreview, { params }),
        await caller.call(readMoves, { params }),
      ])
        expect(answer.status).toBe(403);
    expect(await app().rows(EditionMove, params)).toEqual([]);
  });

  it('leaves the awards that were made as they are, though more is asked now', async () => {
    const {
      move,
      participants: [ana],
      completions,
    } = await aCourseBehind(app(), { before: nothing, after: unmet });
    const enrolmentId = ana?.enrolment.id as string;
    await app().build(LearnerConfirmation, {
      id: newId(),
      enrolmentId,
      givenName: 'Ana',
      familyName: 'Kovač',
      birthDate: '1988-04-12',
      confirmedAt: app().clock.now(),
    });
    await app()
      .get(Transaction)
      .run((tx) => app().get(KeepCompletion).of([enrolmentId], tx));
    expect(await app().runJobs()).toEqual([]);
    const awards = await app().rows(Award, { enrolmentId });
    expect(awards).toMatchObject([{ snapshot: { programme: { version: 1 } } }]);

    await move();
    expect(await app().runJobs()).toEqual([]);

    expect(await app().rows(Award, { enrolmentId })).toEqual(awards);
    expect(await app().rows(AwardIssue, { enrolmentId })).toMatchObject([{ state: 'issued' }]);
    expect(await completions()).toMatchObject([{ metAt: null }]);
  });

  it('has records of its moves that nobody can change', async () => {
    const { params, move } = await aCourseBehind(app());
    await move();
    const change = app()
      .get(Transaction)
      .run((tx) => tx.manager.update(EditionMove, params, { reason: 'Another.' }));
    await expect(change).rejects.toThrow('never changes');
    await expect(
      app()
        .get(Transaction)
        .run((tx) => tx.manager.delete(EditionMove, params)),
    ).rejects.toThrow('never deleted');
  });

  it('is moved or closed, whichever comes first', async () => {
    const { params, move, coordinator } = await aCourseBehind(app(), { values: { endsOn: '2026-11-22' } });
    const [closed, ...moved] = await Promise.all([coordinator.call(closeEdition, { params }), move(), move(), move()]);
    expect(closed?.status).toBe(204);
    const moves = await app().rows(EditionMove, params);
    expect(moves).toHaveLength(moved.filter(({ status }) => status === 204).length);
    expect(moves.length).toBeLessThan(2);
    expect(await app().rows(Edition, { id: params.editionId })).toMatchObject([
      { state: 'closed', programmeVersionId: moves[0]?.toVersionId ?? expect.any(String) },
    ]);
  });

  it('that is moved while an award is made has an award by the version that it quotes, or none', async () => {
    const { params, move, participants } = await aCourseBehind(app(), { people: 6, before: nothing, after: unmet });
    const ids = participants.map(({ enrolment }) => enrolment.id);
    await app().build(
      LearnerConfirmation,
      ...ids.map((enrolmentId) => ({
        id: newId(),
        enrolmentId,
        givenName: 'Ana',
        familyName: 'Kovač',
        birthDate: '1988-04-12',
        confirmedAt: app().clock.now(),
      })),
    );
    await app()
      .get(Transaction)
      .run((tx) => app().get(KeepCompletion).of(ids, tx));
    await Promise.all([app().runJobs(), move()]);
    await app().runJobs();

    const waiting = await app().rows(OutboxRow, { job: 'completion.look-again', about: params.editionId });
    expect(waiting).toMatchObject([{ state: 'done' }]);
    for (const enrolmentId of ids) {
      const [issue] = await app().rows(AwardIssue, { enrolmentId });
      const [award] = await app().rows(Award, { enrolmentId });
      if (award) expect([issue?.state, award.snapshot.programme.version]).toEqual(['issued', 1]);
      else expect(issue).toMatchObject({ state: 'stopped', missing: ['completion'] });
    }
  });

  it.each<[string, EntityTarget<ObjectLiteral>, (course: Behind) => Promise<{ status: number }>]>([
    [
      'session',
      Session,
      ({ coordinator, params }) =>
        coordinator.call(planSession, { params, body: { moduleNumber: 2, title: 'Workshop', ...aTime } }),
    ],
    [
      'material',
      Material,
      ({ tutor, params }) =>
        tutor.caller.call(addMaterial, {
          params: { ...params, moduleNumber: 2 },
          body: { kind: 'page', title: 'Read' },
        }),
    ],
    [
      'file',
      Material,
      ({ tutor, params }) => tutor.caller.upload(uploadMaterial, { params: { ...params, moduleNumber: 2 } }, pdf),
    ],
    [
      'self-study',
      WorkloadEntry,
      ({ ana, params }) =>
        ana.caller.call(declareSelfStudy, { params: { ...params, moduleNumber: 2 }, body: anHour() }),
    ],
    [
      'approval',
      SelfStudyApproval,
      ({ ana, tutor, params }) =>
        tutor.caller.call(approveMoreSelfStudy, {
          params,
          body: { approvalId: newId(), enrolmentIds: [ana.enrolment.id], moduleNumbers: [2], minutes: 60, reason },
        }),
    ],
  ])('gets no %s of a module that goes while it is moved', async (_, entity, ask) => {
    const course = await aCourseBehind(app(), {
      definition: { modules: modules.map((module) => ({ ...module, mode: 'online' as const })) },
    });
    const before = (await app().rows(entity)).length;
    expect([404, 409]).toContain(await duringMove(app(), course, withoutModuleTwo, ask));
    expect(await app().rows(entity)).toHaveLength(before);
  });

  it('gets time on its project work in the module where that is afterwards', async () => {
    const course = await aCourseBehind(app());
    expect(
      await duringMove(app(), course, withoutModuleTwo, ({ ana, params }) =>
        ana.caller.call(declareProjectMinutes, { params, body: anHour() }),
      ),
    ).toBe(204);
    expect(await app().rows(WorkloadEntry, { enrolmentId: course.ana.enrolment.id })).toMatchObject([
      { moduleNumber: 1, kind: 'project' },
    ]);
  });

  it('takes no work of somebody alone while it moves to groups', async () => {
    const course = await aCourseBehind(app(), { definition: { projectWork: aBrief({ by: 'person' }) } });
    expect(
      await duringMove(app(), course, { projectWork }, ({ ana, params }) => handInFile(ana.caller, { params }, pdf)),
    ).toBe(409);
    expect(await app().rows(ProjectGroup, course.params)).toEqual([]);
  });

  it('takes no application that lacks what its newer form asks', async () => {
    const course = await aCourseBehind(app(), { values: { applicationsCloseAt: new Date('2026-12-20T00:00:00Z') } });
    const { caller, application } = await anApplicant(app(), course.params.editionId, {
      application: { state: 'draft', version: 0, submittedAt: null },
    });
    await withDiploma(app(), application.id);
    const form = [{ id: 'why', kind: 'text' as const, label: { en: 'Why', it: 'Perché' }, required: true }];
    const asked = await duringMove(app(), course, { admission: { ...admission, form } as never }, ({ params }) =>
      caller.call(submitApplication, { params }),
    );
    expect(asked).toBe(409);
    expect(await app().rows(Application, { id: application.id })).toMatchObject([{ state: 'draft' }]);
  });
});
