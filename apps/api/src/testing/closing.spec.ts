import { setTimeout as pause } from 'node:timers/promises';
import {
  acceptOffer,
  addMaterial,
  assignRole,
  closeEdition,
  declareSelfStudy,
  invitePeople,
  openMeeting,
  pinConflict,
  ruleOnApplication,
  saveApplication,
  setQuotas,
  voteOnApplication,
} from '@libretto/contracts';
import { aChange, aForm } from '../features/admissions/dossier/application.builder';
import { EditionDirectory } from '../features/editions';
import { Edition } from '../features/editions/edition.entity';
import { Offer } from '../features/places/offer.entity';
import { anOffer } from '../features/places/places.builder';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { aCommissionAtWork } from './commission';
import { aColleague, anApplicant, aParticipant, aPerson } from './fixtures';
import { describeOnEachDatabase, type TestApp } from './test-app';

const reason = 'As the file shows.';
interface Answer {
  status: number;
  body: unknown;
}

/** An edition that is over and still open, with changes of many kinds that somebody is about to make. */
async function anEditionThatIsOver(app: TestApp) {
  const { editionId, chair, ines, jean, voted } = await aCommissionAtWork(app, { places: 3 });
  const dates = { startsOn: '2026-11-02', endsOn: '2026-11-20', applicationsCloseAt: new Date('2026-11-30T22:59:00Z') };
  await app.get(Transaction).run((tx) => tx.manager.update(Edition, { id: editionId }, dates));
  const { caller: coordinator } = await aPerson(app, { organisation: 'coordinator' });
  const params = { editionId };
  const toRule = await voted();
  const toVote = await voted();
  const draft = await anApplicant(app, editionId, {
    application: { state: 'draft', submittedAt: null, form: aForm() },
  });
  const admitted = await anApplicant(app, editionId, { application: { state: 'ruled' } });
  const offer = anOffer(admitted.whose, { offeredAt: new Date('2026-11-20T10:00:00Z') });
  await app.build(Offer, offer);
  const participant = await aParticipant(app, editionId);
  const tutor = await aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const { account: somebody } = await aColleague(app);
  const changes: (() => Promise<Answer>)[] = [
    () => draft.caller.call(saveApplication, { params, body: aChange({ motivation: 'Another one.' }, aForm()) }),
    () =>
      chair.caller.call(ruleOnApplication, {
        params: { ...params, applicationId: toRule.applicationId },
        body: { reason, outcome: 'rejected' },
      }),
    () =>
      jean.caller.call(voteOnApplication, {
        params: { ...params, applicationId: toVote.applicationId },
        body: { choice: 'reject', reason },
      }),
    () =>
      coordinator.call(pinConflict, {
        params,
        body: { applicationId: toVote.applicationId, accountId: ines.account.id, reason },
      }),
    () => chair.caller.call(openMeeting, { params, body: { place: 'Rome', heldOn: '2026-11-20' } }),
    () => admitted.caller.call(acceptOffer, { params: { ...params, offerId: offer.id } }),
    () =>
      coordinator.call(setQuotas, {
        params,
        body: { quotas: [{ country: 'HR', institutions: 7, peoplePerInstitution: 1 }], othersShare: false },
      }),
    () => coordinator.call(assignRole, { params, body: { accountId: somebody.id, role: 'tutor' } }),
    () =>
      tutor.caller.call(addMaterial, {
        params: { ...params, moduleNumber: 1 },
        body: { kind: 'link', title: 'ENIC-NARIC', url: 'https://www.enic-naric.net/' },
      }),
    () =>
      participant.caller.call(declareSelfStudy, {
        params: { ...params, moduleNumber: 1 },
        body: { entryId: newId(), from: '2026-11-19', minutes: 30 },
      }),
    // An edition that no address names.
    () =>
      coordinator.call(invitePeople, {
        body: {
          editionId,
          role: 'tutor',
          people: [{ email: `${newId()}@uni.example`, givenName: 'Rosa', familyName: 'Conti', role: '' }],
        },
      }),
  ];
  let atClosing: string | undefined;
  const close = async () => {
    const { status } = await coordinator.call(closeEdition, { params });
    atClosing = await everythingIn(app);
    return status;
  };
  return { changes, close, atClosing: () => atClosing };
}

/** Every row that a change writes; sent mails and sign-ins go on in a closed edition. */
async function everythingIn(app: TestApp): Promise<string> {
  const { read } = app.database;
  const rows = [];
  for (const { tableName: table, primaryColumns } of read.connection.entityMetadatas) {
    if (['outbox_row', 'sign_in'].includes(table)) continue;
    const key = primaryColumns.map(({ databaseName }) => databaseName).join();
    rows.push([table, await read.query(`SELECT * FROM ${table} ORDER BY ${key}`)]);
  }
  return JSON.stringify(rows);
}

const isDone = ({ status }: Answer) => status < 300;
const isRefused = ({ body }: Answer) => (body as { code?: string } | undefined)?.code === 'editions.is-closed';

describeOnEachDatabase('closing an edition', (app) => {
  afterEach(() => jest.restoreAllMocks());

  it('waits for every change that has begun', async () => {
    const { changes, close, atClosing } = await anEditionThatIsOver(app());
    const editions = app().get(EditionDirectory);
    const keepOpen = editions.keepOpen.bind(editions);
    const release = Promise.withResolvers<void>();
    let begun = 0;
    jest.spyOn(editions, 'keepOpen').mockImplementation(async (tx, id) => {
      await keepOpen(tx, id);
      begun += 1;
      await release.promise;
    });
    const changing = changes.map((change) => change());
    // SQLite lets one in at a time: the others wait before closing does.
    while (begun < (app().database.isSqlite ? 1 : changes.length)) await pause(5);
    await pause(50);
    const closing = close();
    expect(await Promise.race([closing, pause(200, 'waits')])).toBe('waits');
    release.resolve();
    expect((await Promise.all(changing)).map((answer) => (isDone(answer) ? 'done' : answer))).toEqual(
      changes.map(() => 'done'),
    );
    expect(await closing).toBe(204);
    expect(await everythingIn(app())).toBe(atClosing());
  });

  it('lets none begin after it, also where it was let in before', async () => {
    const { changes, close, atClosing } = await anEditionThatIsOver(app());
    const { database } = app();
    const inTransaction = database.inTransaction.bind(database);
    const release = Promise.withResolvers<void>();
    let waiting = 0;
    const spy = jest.spyOn(database, 'inTransaction').mockImplementation(async (work) => {
      waiting += 1;
      await release.promise;
      return inTransaction(work);
    });
    const changing = changes.map((change) => change());
    while (waiting < changes.length) await pause(5);
    spy.mockImplementation(inTransaction);
    expect(await close()).toBe(204);
    release.resolve();
    expect((await Promise.all(changing)).map((answer) => (isRefused(answer) ? 'refused' : answer))).toEqual(
      changes.map(() => 'refused'),
    );
    expect(await everythingIn(app())).toBe(atClosing());
  });

  it('comes amid changes of every kind: each is before it or refused, and nothing is newer', async () => {
    for (let time = 0; time < 6; time += 1) {
      const { changes, close, atClosing } = await anEditionThatIsOver(app());
      const [closed, ...answers] = await Promise.all([
        pause(time * 10).then(close),
        ...changes.map((change, index) => pause((index * time) % 7).then(change)),
      ]);
      expect(closed).toBe(204);
      expect(answers.filter((answer) => !isDone(answer) && !isRefused(answer))).toEqual([]);
      expect(await everythingIn(app())).toBe(atClosing());
    }
  });
});
