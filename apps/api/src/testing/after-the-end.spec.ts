import { closeEdition, closeMeeting, openMeeting, ruleOnApplication, withdrawApplication } from '@libretto/contracts';
import { aForm } from '../features/admissions/dossier/application.builder';
import { Application } from '../features/admissions/dossier/application.entity';
import { Minutes } from '../features/admissions/meeting/minutes.entity';
import { Edition } from '../features/editions/edition.entity';
import { OutboxRow } from '../platform/database/outbox-row.entity';
import { aCommissionAtWork } from './commission';
import { aHeldSession, aMarkedWork } from './course';
import { aCoordinator, anApplicant, anEditionOf, aParticipant, aPerson, close } from './fixtures';
import { routesOf } from './routes';
import { describeOnEachDatabase } from './test-app';

describeOnEachDatabase('in an edition that was closed too early', (app) => {
  it('a meeting still ends with its minutes, and an application is still withdrawn, and nothing is ruled on', async () => {
    const { editionId, chair, voted } = await aCommissionAtWork(app());
    const params = { editionId };
    const { applicationId, caller } = await voted();
    const { body } = await chair.caller.call(openMeeting, { params, body: { place: 'Rome', heldOn: '2026-11-23' } });
    await close(app(), editionId);

    const ruled = await chair.caller.call(ruleOnApplication, {
      params: { ...params, applicationId },
      body: { reason: 'Too late.', outcome: 'rejected' },
    });
    expect(ruled.body.code).toBe('editions.is-closed');
    expect((await chair.caller.call(closeMeeting, { params: { ...params, meetingId: body.id } })).status).toBe(204);
    expect(await app().rows(Minutes, { meetingId: body.id })).toHaveLength(1);
    expect((await caller.call(withdrawApplication, { params })).status).toBe(204);
    expect(await app().rows(Application, { id: applicationId })).toMatchObject([
      { state: 'withdrawn', withdrawnAt: expect.any(Date) },
    ]);
    const erasures = await app().rows(OutboxRow, { job: 'admissions.erase-dossier' });
    expect(erasures.filter(({ payload }) => JSON.stringify(payload).includes(applicationId))).toHaveLength(1);
  });
});

describeOnEachDatabase('an edition that is over', (app) => {
  it('stays open while an appeal is before its commission', async () => {
    const { id: editionId } = await anEditionOf(app(), {}, { startsOn: '2026-09-01', endsOn: '2026-10-01' });
    await anApplicant(app(), editionId, { application: { state: 'appealed', round: 2 } });
    const coordinator = await aCoordinator(app());
    const close = () => coordinator.call(closeEdition, { params: { editionId } });

    expect((await close()).body).toMatchObject({ code: 'admissions.appeal-undecided' });
    expect(await app().rows(Edition, { id: editionId })).toMatchObject([{ state: 'open' }]);
  });
});

/** What goes on in a closed edition: its routes say `evenWhenClosed`, or lead to a page that only reads. */
const goesOn = [
  ...['withdraw', 'confirmLearner', 'readCertificate', 'tryAgain', 'close', 'setUp', 'glance'],
  // A publication is gathered once the results are out: mostly after the end.
  'gather',
];

describeOnEachDatabase('an edition that was closed', (app) => {
  it('offers nobody what its commands refuse', async () => {
    const { editionId, chair, ines, voted } = await aCommissionAtWork(app(), { places: 3 });
    const { applicationId } = await voted();
    const applicant = await anApplicant(app(), editionId, {
      application: { state: 'draft', submittedAt: null, form: aForm() },
    });
    const participant = await aParticipant(app(), editionId);
    const tutor = await aPerson(app(), { editions: [{ editionId, role: 'tutor' }] });
    const coordinator = await aCoordinator(app());
    const sessionId = await aHeldSession(app(), { editionId, tutorId: tutor.account.id, marks: [] });
    const work = await aMarkedWork(app(), {
      editionId,
      enrolmentIds: [participant.enrolment.id],
      by: tutor.account.id,
    });
    const { body } = await chair.caller.call(openMeeting, {
      params: { editionId },
      body: { place: 'Rome', heldOn: '2026-11-23' },
    });
    const ids: Record<string, string> = {
      editionId,
      applicationId,
      enrolmentId: participant.enrolment.id,
      sessionId: sessionId.id,
      workId: work.work.id,
      meetingId: body.id,
      moduleNumber: '1',
    };
    const people = { chair, ines, applicant, participant, tutor, coordinator: { caller: coordinator } };
    /** Everything that somebody can do, by the answers of all routes below the edition. */
    const offered = async () => {
      const all: string[] = [];
      for (const [name, { route }] of routesOf(app())) {
        const parts = [...route.path.matchAll(/:(\w+)/g)].map(([, part]) => part as string);
        if (route.method !== 'GET' || typeof route.reply === 'string' || !parts.every((part) => ids[part])) continue;
        if (!parts.includes('editionId')) continue;
        for (const [who, { caller }] of Object.entries(people)) {
          const answer = await caller.call(route, { params: ids } as never);
          if (answer.status === 200) all.push(...offersIn(answer.body).map((offer) => `${who}: ${name} ${offer}`));
        }
      }
      return [...new Set(all)];
    };
    const before = await offered();
    expect(before.length).toBeGreaterThan(20);
    await close(app(), editionId);
    const after = await offered();
    expect(after.filter((offer) => !goesOn.includes(offer.split(' ').at(-1) as string))).toEqual([]);
  });
});

function offersIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]) =>
    key === 'can' ? Object.keys(value).filter((one) => value[one]) : offersIn(value),
  );
}
