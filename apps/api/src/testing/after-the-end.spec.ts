import { closeEdition, closeMeeting, openMeeting, ruleOnApplication, withdrawApplication } from '@libretto/contracts';
import { Application } from '../features/admissions/dossier/application.entity';
import { Minutes } from '../features/admissions/meeting/minutes.entity';
import { Edition } from '../features/editions/edition.entity';
import { OutboxRow } from '../platform/database/outbox-row.entity';
import { Transaction } from '../platform/database/transaction';
import { aCommissionAtWork } from './commission';
import { aCoordinator, anApplicant, anEditionOf } from './fixtures';
import { describeOnEachDatabase } from './test-app';

describeOnEachDatabase('in an edition that was closed too early', (app) => {
  it('a meeting still ends with its minutes, and an application is still withdrawn, and nothing is ruled on', async () => {
    const { editionId, chair, voted } = await aCommissionAtWork(app());
    const params = { editionId };
    const { applicationId, caller } = await voted();
    const { body } = await chair.caller.call(openMeeting, { params, body: { place: 'Rome', heldOn: '2026-11-23' } });
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Edition, { id: editionId }, { state: 'closed' }));

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
