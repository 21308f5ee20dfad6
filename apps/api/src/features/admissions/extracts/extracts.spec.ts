import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { askForList, type InputOf, readExtractFile, readExtracts } from '@libretto/contracts';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { Transaction } from '../../../platform/database/transaction';
import { aColleague, anApplicant, anEditionOf, aPerson, aRulingOn, manyApplicants } from '../../../testing/fixtures';
import { unzipped } from '../../../testing/unzipped';
import { type Caller, describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { aDeclaration } from '../dossier/application.builder';
import { Declaration } from '../dossier/declaration.entity';
import { writeList } from '../reports/jobs/write-list.job';
import { Extract } from './extract.entity';

const now = new Date('2026-11-23T09:00:00Z');

async function aStage(app: TestApp) {
  const { id: editionId } = await anEditionOf(app, {}, { name: 'Autumn' });
  const { caller } = await aPerson(app, { organisation: 'coordinator' });
  const ana = await anApplicant(app, editionId, {
    account: { givenName: '=HYPERLINK("http://evil.example")', familyName: 'Kovač, "Ana"\n😀' },
  });
  await aRulingOn(app, ana.application.id);
  const ivo = await anApplicant(app, editionId, {
    country: 'IT',
    account: { givenName: 'Ivo', familyName: 'Horvat' },
  });
  return { editionId, caller, ana, ivo };
}

const ask = (caller: Caller, editionId: string, body: Partial<InputOf<typeof askForList>['body']> = {}) =>
  caller.call(askForList, { params: { editionId }, body: { format: 'csv', language: 'en', filter: {}, ...body } });
const own = async (caller: Caller, editionId: string) =>
  (await caller.call(readExtracts, { params: { editionId } })).body.items;
const file = (caller: Caller, editionId: string, extractId: string) =>
  caller.call(readExtractFile, { params: { editionId, extractId } });

describeOnEachDatabase('a list for a spreadsheet', (app) => {
  beforeEach(() => app().clock.set(now));

  it('is written by a job, shown with its progress, and downloaded', async () => {
    const { editionId, caller } = await aStage(app());
    const { body } = await ask(caller, editionId);
    expect(await own(caller, editionId)).toMatchObject([
      { id: body.id, kind: 'list-csv', state: 'queued', bytes: null },
    ]);
    expect((await file(caller, editionId, body.id)).status).toBe(404);
    expect((await ask(caller, editionId)).body.code).toBe('admissions.extract-under-way');
    expect(await app().runJobs()).toEqual([]);
    expect(await own(caller, editionId)).toMatchObject([
      { state: 'ready', done: 2, total: 2, expiresAt: expect.stringMatching(/^2026-11-24T09:00/) },
    ]);
    const { body: csv, headers } = await file(caller, editionId, body.id);
    expect(headers['content-disposition']).toBe('attachment; filename="Applications Autumn.csv"');
    const text = String(csv);
    expect(text.split('\r\n')[0]).toBe(
      '\ufeffName,Institution,Country,Country code,Status,Status code,Started (Europe/Rome),Submitted (Europe/Rome),Decision,Decision code,Decided (Europe/Rome),Place,Place code,Application',
    );
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"") Kovač, ""Ana""\n😀"`);
    expect(text).toContain(
      'Croatia,HR,submitted,submitted,2026-10-05 10:00,2026-10-09 15:20,admitted,admitted,2026-10-19 12:00,,,',
    );
  });

  it('holds what the filter lets through, in the reader’s language, as XLSX', async () => {
    const { editionId, caller } = await aStage(app());
    const { body } = await ask(caller, editionId, { format: 'xlsx', language: 'it', filter: { country: 'IT' } });
    await app().runJobs();
    const bytes = await app().nest.inject({
      url: `/api/editions/${editionId}/admissions/extracts/${body.id}/file`,
      headers: { cookie: String((caller as unknown as { cookie: string }).cookie) },
    });
    const parts = unzipped(bytes.rawPayload);
    const all = [...parts.values()].join('\n');
    expect(all).toContain('Ivo Horvat');
    expect(all).toContain('Paese');
    expect(all).toContain('presentata');
    expect(all).not.toContain('HYPERLINK');
    expect(all).not.toContain('<f>');
  });

  it('is one file, however often its job runs', async () => {
    const { editionId, caller } = await aStage(app());
    const { body } = await ask(caller, editionId);
    await app()
      .get(Transaction)
      .run((tx) => tx.enqueue(writeList, { extractId: body.id }));
    await app().runJobs();
    await app()
      .get(Transaction)
      .run((tx) => tx.enqueue(writeList, { extractId: body.id }));
    expect(await app().runJobs()).toEqual([]);
    expect(await app().rows(StoredFile, { id: body.id })).toHaveLength(1);
    expect((await file(caller, editionId, body.id)).status).toBe(200);
  });

  it('is erased after a day', async () => {
    const { editionId, caller } = await aStage(app());
    const { body } = await ask(caller, editionId);
    await app().runJobs();
    const path = join(app().config.filesFolder, body.id);
    expect(existsSync(path)).toBe(true);
    app().clock.set(new Date(now.getTime() + 86_400_000 + 60_000));
    expect((await file(caller, editionId, body.id)).status).toBe(404);
    expect(await app().runJobs()).toEqual([]);
    expect([
      existsSync(path),
      await app().rows(StoredFile, { id: body.id }),
      await app().rows(Extract, { id: body.id }),
    ]).toEqual([false, [], []]);
  });

  it('is nobody’s but who asked for it', async () => {
    const { editionId, caller } = await aStage(app());
    const { body } = await ask(caller, editionId);
    await app().runJobs();
    const { caller: colleague } = await aPerson(app(), { organisation: 'coordinator' });
    const { caller: member } = await aPerson(app(), { editions: [{ editionId, role: 'chair' }] });
    expect([await own(colleague, editionId), (await file(colleague, editionId, body.id)).status]).toEqual([[], 404]);
    expect([(await file(member, editionId, body.id)).status, (await ask(member, editionId)).status]).toEqual([
      403, 403,
    ]);
  });

  it('leaves out what its reader is in conflict with, and is taken back when that changes', async () => {
    const { editionId, ana, ivo } = await aStage(app());
    const { caller, account } = await aColleague(
      app(),
      { organisation: 'coordinator', editions: [{ editionId, role: 'member' }] },
      { institutionId: ana.institution.id },
    );
    const { body } = await ask(caller, editionId);
    await app().runJobs();
    const text = String((await file(caller, editionId, body.id)).body);
    expect(text).toContain('Ivo Horvat');
    expect(text).not.toContain('HYPERLINK');
    await app().build(
      Declaration,
      aDeclaration(
        { applicationId: ivo.application.id, accountId: account.id },
        { inConflict: true, reason: 'Family.' },
      ),
    );
    expect((await file(caller, editionId, body.id)).status).toBe(404);
    expect(await own(caller, editionId)).toMatchObject([{ state: 'failed', bytes: null }]);
  });

  it('takes as many statements to look at, however many applications', async () => {
    const statements = async (people: number) => {
      const { id: editionId } = await anEditionOf(app());
      const { caller } = await aPerson(app(), { organisation: 'coordinator' });
      await manyApplicants(app(), editionId, people);
      await ask(caller, editionId);
      await app().runJobs();
      return (await caller.call(readExtracts, { params: { editionId } })).statements;
    };
    expect(await statements(120)).toBe(await statements(5));
  });
});
