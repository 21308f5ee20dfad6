import {
  declareSelfStudy,
  readEditionPace,
  readHours,
  readHoursFile,
  readLedgerFile,
  readMyPace,
  readPaceOf,
  reverseEntry,
  readLedger,
} from '@libretto/contracts';
import { newId } from '../../platform/database/new-id';
import { SentMail } from '../../platform/mail/sent-mail.entity';
import { close, aCoordinator, anEditionOf, aParticipant, aPerson } from '../../testing/fixtures';
import { type Caller, describeOnEachDatabase, type TestApp } from '../../testing/test-app';
import { aSession, held } from '../schedule/session.builder';
import { aWorkloadEntry } from '../workload/workload-entry.builder';
import { ReckonDaily } from './jobs/reckon-daily.handler';
import { FallingBehind } from './falling-behind.entity';

/** The clock of the specs shows 23 November 2026, three weeks into the edition. */
async function aCourse(app: TestApp, definition = {}) {
  const { id: editionId } = await anEditionOf(app, definition);
  const ana = await aParticipant(app, editionId, { givenName: '<b>Ana', familyName: 'Kovač', language: 'it' });
  const ben = await aParticipant(app, editionId);
  const tutor = await aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  await app.build(
    'Session',
    aSession({
      editionId,
      ...held(tutor.account.id, new Date('2026-11-05T11:05:00Z')),
      startsAt: new Date('2026-11-05T09:00:00Z'),
      endsAt: new Date('2026-11-05T11:00:00Z'),
    }),
  );
  await app.build(
    'WorkloadEntry',
    aWorkloadEntry({ enrolmentId: ben.enrolment.id, byAccountId: ben.account.id, minutes: 1200, day: '2026-11-06' }),
  );
  const reckon = async () => {
    await app.get(ReckonDaily).run();
    expect(await app.runJobs()).toEqual([]);
  };
  const behind = async () => (await app.rows(FallingBehind, { editionId })).map(({ enrolmentId }) => enrolmentId);
  const mails = async (email: string) => (await app.rows(SentMail, { recipient: email })).map(({ mail }) => mail);
  return { editionId, params: { editionId }, ana, ben, tutor, reckon, behind, mails };
}

const declare = (caller: Caller, editionId: string, minutes: number, until = '2026-11-20') =>
  caller.call(declareSelfStudy, {
    params: { editionId, moduleNumber: 1 },
    body: { entryId: newId(), from: '2026-11-20', until, minutes },
  });

describeOnEachDatabase('the pace of an edition', (app) => {
  it('tells who is behind and the tutors once, in their languages, and again only after they had caught up', async () => {
    const { editionId, ana, tutor, reckon, behind, mails } = await aCourse(app());
    await reckon();
    await reckon();
    await Promise.all([reckon(), reckon()]);
    expect(await behind()).toEqual([ana.enrolment.id]);
    expect(await mails(ana.account.email)).toEqual(['pace.behind']);
    expect(await mails(tutor.account.email)).toEqual(['pace.participants-behind']);

    expect((await declare(ana.caller, editionId, 450)).status).toBe(204);
    expect((await ana.caller.call(readMyPace, { params: { editionId } })).body.behindSince).not.toBeNull();
    await app().build(
      'WorkloadEntry',
      aWorkloadEntry({ enrolmentId: ana.enrolment.id, byAccountId: ana.account.id, minutes: 400, moduleNumber: 2 }),
    );
    await reckon();
    expect(await behind()).toEqual([]);

    const params = { editionId, enrolmentId: ana.enrolment.id };
    const { entries } = (await ana.caller.call(readLedger, { params })).body;
    for (const { id } of entries)
      await ana.caller.call(reverseEntry, { params: { editionId, entryId: id }, body: { reason: 'Not here.' } });
    await reckon();
    expect(await mails(ana.account.email)).toEqual(['pace.behind', 'pace.behind']);
  });

  it('shows at once that somebody has caught up, or is behind again', async () => {
    const workload = { ects: 1, hours: 25, behindPercent: 30 };
    const { editionId, params, ana, tutor, reckon } = await aCourse(app(), { workload });
    await reckon();
    const shown = async () => [
      (await ana.caller.call(readMyPace, { params })).body.behindSince !== null,
      (await tutor.caller.call(readEditionPace, { params })).body.behind.participants === 1,
      (await tutor.caller.call(readHours, { params, query: { behind: 'true' } })).body.items.length === 1,
    ];
    expect(await shown()).toEqual([true, true, true]);
    await declare(ana.caller, editionId, 450);
    expect(await shown()).toEqual([false, false, false]);
    const { entries } = (await ana.caller.call(readLedger, { params: { ...params, enrolmentId: ana.enrolment.id } }))
      .body;
    const [{ id: entryId } = { id: '' }] = entries;
    await ana.caller.call(reverseEntry, { params: { editionId, entryId }, body: { reason: 'Not here.' } });
    expect(await shown()).toEqual([true, true, true]);
  });

  it('does not tell somebody who has caught up before their mail goes out', async () => {
    const workload = { ects: 1, hours: 25, behindPercent: 30 };
    const { editionId, ana, reckon, behind, mails } = await aCourse(app(), { workload });
    await app().get(ReckonDaily).run();
    expect(await behind()).toEqual([ana.enrolment.id]);
    await declare(ana.caller, editionId, 450);
    expect(await app().runJobs()).toEqual([]);
    expect(await mails(ana.account.email)).toEqual([]);
    await reckon();
    expect([await behind(), await mails(ana.account.email)]).toEqual([[], []]);
  });

  it('tells nobody where the programme says so, and of no edition that is closed', async () => {
    const never = await aCourse(app(), { workload: { ects: 1, hours: 25, behindPercent: 0 } });
    const closed = await aCourse(app());
    await close(app(), closed.editionId);
    await never.reckon();
    expect([...(await never.behind()), ...(await closed.behind())]).toEqual([]);
  });

  it('draws plan against fact, for one and for all', async () => {
    const { params, ana, ben, tutor, reckon } = await aCourse(app());
    await reckon();
    const own = (await ben.caller.call(readMyPace, { params })).body;
    expect(own.days[0]).toMatchObject({ day: '2026-11-02', recorded: 0 });
    expect(own.days.find(({ day }) => day === '2026-11-06')?.recorded).toBe(1200);
    expect(own.days.find(({ day }) => day === '2026-11-24')?.recorded).toBeNull();
    expect(own.days.at(-1)?.planned).toBe(1500);
    const of = { ...params, enrolmentId: ben.enrolment.id };
    expect((await tutor.caller.call(readPaceOf, { params: of })).body).toEqual(own);
    expect((await ana.caller.call(readPaceOf, { params: of })).status).toBe(404);

    const { body } = await tutor.caller.call(readEditionPace, { params });
    expect(body).toMatchObject({ participants: 2, whole: 1500, percent: 50 });
    expect(body.days.find(({ day }) => day === '2026-11-06')?.recorded).toBe(600);
    expect(body.behind).toMatchObject({
      participants: 1,
      people: [{ enrolmentId: ana.enrolment.id, name: '<b>Ana Kovač', recorded: 0 }],
    });
  });

  it('keeps the sums of an edition with every entry, also of many who record at once', async () => {
    const { editionId, params, ana, ben, tutor } = await aCourse(app());
    await Promise.all([ana, ben, ana, ben].map(({ caller }, at) => declare(caller, editionId, 60 + at, '2026-11-22')));
    const rows = await Promise.all(
      [ana, ben].map(({ enrolment }) =>
        app().rows<{ enrolmentId: string; minutes: number }>('WorkloadEntry', { enrolmentId: enrolment.id }),
      ),
    );
    const sum = rows.flat().reduce((of, { minutes }) => of + minutes, 0);
    const { days } = (await tutor.caller.call(readEditionPace, { params })).body;
    expect(days.find(({ day }) => day === '2026-11-23')?.recorded).toBe(Math.round(sum / 2));
  });

  it('lists hours by type, all or those behind, at the same cost for many', async () => {
    const { params, ana, tutor, reckon } = await aCourse(app());
    await reckon();
    const read = (query = {}) => tutor.caller.call(readHours, { params, query });
    const few = await read();
    expect(few.body).toMatchObject({ participants: 2, can: { approveMore: true } });
    expect((await read({ behind: 'true' })).body.items).toMatchObject([
      { enrolmentId: ana.enrolment.id, isBehind: true, recorded: { contact: 0, 'self-study': 0, project: 0 } },
    ]);
    for (let person = 0; person < 20; person += 1) await aParticipant(app(), params.editionId);
    expect((await read()).statements).toBe(few.statements);
    expect(few.statements).toBeLessThanOrEqual(8);
    expect((await ana.caller.call(readHours, { params })).status).toBe(403);
    expect((await (await aCoordinator(app())).call(readHours, { params })).status).toBe(200);
  });

  it('is exported for spreadsheets, where no name is a formula', async () => {
    const { params, tutor, ana } = await aCourse(app());
    const evil = await aParticipant(app(), params.editionId, { givenName: '=HYPERLINK("http://evil.example")' });
    const csv = await tutor.caller.call(readHoursFile, { params, query: { format: 'csv', language: 'it' } });
    expect(csv.headers['content-disposition']).toMatch(/^attachment; filename=.*\.csv/);
    const text = String(csv.bytes);
    expect(text).toContain('Studio individuale (minuti)');
    expect(text).toContain("'=HYPERLINK(");
    expect(text).toContain(',0,1200,0,1200,0.8,');
    const xlsx = await tutor.caller.call(readHoursFile, { params, query: { format: 'xlsx', language: 'en' } });
    expect(xlsx.headers['content-type']).toContain('spreadsheetml');
    expect((await ana.caller.call(readHoursFile, { params, query: { format: 'csv', language: 'en' } })).status).toBe(
      403,
    );

    const of = { ...params, enrolmentId: ana.enrolment.id };
    const body = { entryId: newId(), from: '2026-11-20', minutes: 30, note: '@SUM(1+1)' };
    await ana.caller.call(declareSelfStudy, { params: { ...params, moduleNumber: 1 }, body });
    const own = await ana.caller.call(readLedgerFile, { params: of, query: { format: 'csv', language: 'en' } });
    expect(String(own.bytes)).toContain("2026-11-20,1,Self-study,self-study,30,declaration,'@SUM(1+1)");
    expect(
      (await evil.caller.call(readLedgerFile, { params: of, query: { format: 'csv', language: 'en' } })).status,
    ).toBe(404);
  });
});
