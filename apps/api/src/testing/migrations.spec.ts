import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations';
import { Config } from '../platform/config/config';
import { dataSourceOptions, isSqlite, newDataSource } from '../platform/database/data-source';
import { StatementLog } from '../platform/database/statement-log';
import { logTo } from '../platform/log/log';
import { httpApplication } from '../start';
import { newMysqlDatabase, onEachDatabase } from './test-app';

const person = {
  id: '01900000-0000-7000-8000-000000000001',
  email: 'ana@zagreb.example',
  passwordHash: 'x',
  givenName: 'Ana',
  familyName: 'Kovačević-Đurić',
  language: 'hr',
  timeZone: 'Europe/Zagreb',
  registeredAt: '2026-09-01 08:00:00.123',
};

// Every migration several times over, and a MariaDB that others use at the same time: more than one command takes.
jest.setTimeout(4 * 60_000);

onEachDatabase('the migrations', (serverUrl) => {
  let source: DataSource;
  /** The triggers that migrations created and did not drop. */
  const created = new Set<string>();
  let cleanUp: () => Promise<void>;

  beforeAll(async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'libretto-migrations-'));
    const database = serverUrl ? await newMysqlDatabase(serverUrl) : undefined;
    source = newDataSource(
      await dataSourceOptions({ dataFolder, databaseUrl: database?.url, demo: true }, { migrations, entities: [] }),
    );
    await source.initialize();
    jest.spyOn(StatementLog.prototype, 'logQuery').mockImplementation((...asked: unknown[]) => {
      const [, verb, trigger] = /^(CREATE|DROP) TRIGGER (\w+)/.exec(String(asked[0])) ?? [];
      if (trigger) created[verb === 'CREATE' ? 'add' : 'delete'](trigger);
    });
    cleanUp = async () => {
      await source.destroy();
      await database?.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    };
  });
  afterAll(() => cleanUp());

  const tables = async (): Promise<string[]> => {
    const rows: Record<string, string>[] = await source.query(
      isSqlite(source)
        ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'`
        : 'SHOW TABLES',
    );
    return rows.flatMap((row) => Object.values(row)).filter((name) => name !== 'migrations');
  };

  const triggers = async (): Promise<string[]> => {
    const rows: { name?: string; Trigger?: string }[] = await source.query(
      isSqlite(source) ? `SELECT name FROM sqlite_master WHERE type = 'trigger'` : 'SHOW TRIGGERS',
    );
    return rows.map(({ name, Trigger }) => name ?? Trigger ?? '').sort();
  };

  /** Returns to the schema before this migration. */
  async function undoFrom(step: string): Promise<void> {
    const taken = migrations.findIndex(({ name }) => name.startsWith(step));
    for (let undone = migrations.length; undone > taken; undone -= 1) await source.undoLastMigration();
  }

  /** An application of that person, with the rows that it refers to. */
  async function putApplication(values: object): Promise<void> {
    const at = '2026-09-01 08:00:00.123';
    const [programmeId, programmeVersionId, editionId] = ['2', '3', '4'].map((last) => person.id.slice(0, -1) + last);
    for (const [table, row] of [
      ['programme', { id: programmeId, slug: 'a' }],
      ['programme_version', { id: programmeVersionId, programmeId, number: 1, definition: '{}', publishedAt: at }],
      [
        'edition',
        {
          id: editionId,
          programmeVersionId,
          name: 'a',
          startsOn: '2026-10-01',
          endsOn: '2026-11-01',
          applicationsCloseAt: at,
          capacity: 1,
          timeZone: 'Europe/Rome',
          state: 'open',
        },
      ],
      [
        'application',
        { id: person.id, editionId, accountId: person.id, state: 'draft', form: '{}', startedAt: at, ...values },
      ],
    ] as const)
      await source.createQueryBuilder().insert().into(table).values(row).execute();
  }

  it('have names whose order is the order in which they run', () => {
    const stamps = migrations.map(({ name }) => Number(/\d{13}$/.exec(name)?.[0]));
    expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
    expect(new Set(stamps).size).toBe(stamps.length);
  });

  it('lead to the tables that the entities describe', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'libretto-migrated-'));
    const database = serverUrl ? await newMysqlDatabase(serverUrl) : undefined;
    const at = { DATA_FOLDER: dataFolder, LOG_LEVEL: 'silent', ...(database && { DATABASE_URL: database.url }) };
    // A process that has migrated compares them before it listens.
    const app = await httpApplication(Config.read(at), logTo('silent'));
    expect(await app.get(DataSource).query('SELECT 1 FROM account')).toEqual([]);
    await app.close();
    await database?.drop();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('keep the rows that are there while later steps are taken', async () => {
    const platformAndAccounts = 2;
    await source.runMigrations();
    const all = await tables();
    for (let step = migrations.length; step > platformAndAccounts; step -= 1) await source.undoLastMigration();
    await source.createQueryBuilder().insert().into('account').values(person).execute();

    await source.runMigrations();
    expect((await tables()).sort()).toEqual(all.sort());
    const [kept] = await source.query(`SELECT * FROM account WHERE id = '${person.id}'`);
    expect(kept).toMatchObject({ familyName: person.familyName, institutionId: null });
  });

  it('lose no trigger: SQLite drops those of a table that a later migration builds anew, unless that creates them again', async () => {
    await source.runMigrations();
    expect(created.size).toBeGreaterThan(20);
    expect(await triggers()).toEqual([...created].sort());
  });

  it('give forms that were begun before there were own fields room for answers', async () => {
    await undoFrom('OwnFields');
    const form = { motivation: 'Perché «no»? 中', degrees: [{ eqfLevel: 6 }] };
    await putApplication({ form: JSON.stringify(form), round: 1 });

    await source.runMigrations();
    const [kept] = await source.query('SELECT form FROM application');
    expect(JSON.parse(kept.form)).toEqual({ ...form, answers: {} });
  });

  it('keep the documents of minutes that are made, and let those without a file be asked for again', async () => {
    await undoFrom('MinutesThatFail');
    const put = (table: string, row: object) => source.createQueryBuilder().insert().into(table).values(row).execute();
    const [made, stuck, editionId] = ['1', '2', '4'].map((last) => person.id.slice(0, -1) + last);
    const at = person.registeredAt;
    const by = { openedById: person.id, openedAt: at, closedById: person.id, closedAt: at };
    await put('meeting', { id: person.id, editionId, place: 'Sala Blu', heldOn: '2026-09-01', state: 'closed', ...by });
    const file = { id: made, name: 'a.pdf', type: 'application/pdf', bytes: 1, purpose: 'minutes', sha256: 'a' };
    await put('stored_file', { ...file, createdAt: at });
    const document = { meetingId: person.id, extract: 'a', language: 'en', itemIds: '[]', askedAt: at };
    await put('minutes_document', { ...document, id: made, form: 'pdf', fileId: made });
    await put('minutes_document', { ...document, id: stuck, form: 'text', fileId: null });
    const rows = (columns: string) => source.query(`SELECT id, ${columns} FROM minutes_document ORDER BY id`);

    await source.runMigrations();
    expect(await rows('state')).toEqual([
      { id: made, state: 'ready' },
      { id: stuck, state: 'failed' },
    ]);
    await undoFrom('MinutesThatFail');
    expect(await rows('fileId')).toEqual([
      { id: made, fileId: made },
      { id: stuck, fileId: null },
    ]);
    await source.runMigrations();
  });

  it('keep one spelling of an address, and no two accounts of it', async () => {
    await source.runMigrations();
    await undoFrom('OneAddress');
    const put = (table: string, row: object) => source.createQueryBuilder().insert().into(table).values(row).execute();
    const [dashed, wide, ...others] = ['5', '6', '7', '8'].map((last) => person.id.slice(0, -1) + last);
    const spelled = [
      [dashed, 'iva@xn--umberak-cxb.example'],
      [wide, 'eva@ｚａｇｒｅｂ.example'],
      [others[0], 'mia@zagreb.example'],
      [others[1], 'mia@zagreb。example'],
    ];
    for (const [id, email] of spelled) await put('account', { ...person, id, email, foundBy: `of ${email}` });
    const mail = { key: 'k', mail: 'm', subject: 's', sentAt: person.registeredAt, messageId: null, answer: null };
    await put('sent_mail', { ...mail, id: dashed, recipient: 'iva@xn--umberak-cxb.example' });

    await source.runMigrations();
    const kept: { id: string; email: string; foundBy: string }[] = await source.query(
      'SELECT id, email, foundBy FROM account',
    );
    expect(Object.fromEntries(kept.map(({ id, email }) => [id, email]))).toMatchObject({
      [dashed!]: 'iva@žumberak.example',
      [wide!]: 'eva@zagreb.example',
      [others[0]!]: 'mia@zagreb.example',
      [others[1]!]: 'mia@zagreb。example',
    });
    expect(kept.find(({ id }) => id === dashed)?.foundBy).toBe('kovacevic-duric ana iva@zumberak.example');
    expect(await source.query('SELECT recipient FROM sent_mail')).toEqual([{ recipient: 'iva@žumberak.example' }]);
  });

  it('make the one file of each version its first, with the annotations of it, and the version that a book is set from', async () => {
    await source.runMigrations();
    await undoFrom('PartsOfVersions');
    const put = (table: string, row: object) => source.createQueryBuilder().insert().into(table).values(row).execute();
    const [editionId, other] = ['4', '9'].map((last) => person.id.slice(0, -1) + last);
    const { id, registeredAt: at } = person;
    if (!(await source.query('SELECT id FROM account')).length) await put('account', person);
    if (!(await source.query('SELECT id FROM edition')).length) await putApplication({ round: 1 });
    // Another test has left one of them.
    await source.query(`DELETE FROM minutes_document`);
    await source.query(`DELETE FROM stored_file`);
    for (const file of [id, other])
      await put('stored_file', {
        ...{ id: file, name: 'a.pdf', type: 'application/pdf', bytes: 1, purpose: 'work', sha256: 'a' },
        createdAt: at,
      });
    await put('project_group', { id, editionId, briefId: 'project-work', name: 'a' });
    const work = { id, editionId, briefId: 'project-work', groupId: id, attempt: 1, state: 'handed-in', versions: 2 };
    await put('work', { ...work, markings: 0, planned: 0, waits: 1, handedInAt: at });
    const version = { workId: id, handedInBy: id, at, isLate: 0, isStatedOriginal: 0 };
    await put('submission', { id, version: 1, fileId: other, ...version });
    await put('submission', { id: other, version: 2, fileId: id, ...version });
    await put('annotation_sheet', { id, submissionId: other, markerId: id, annotations: '{}' });

    await source.runMigrations();
    const files = await source.query('SELECT id, submissionId, fileId, position FROM submitted_file ORDER BY id');
    expect(files).toEqual([
      { id, submissionId: id, fileId: other, position: 0 },
      { id: other, submissionId: other, fileId: id, position: 0 },
    ]);
    expect(await source.query('SELECT submittedFileId FROM annotation_sheet')).toEqual([{ submittedFileId: other }]);
    expect(await source.query('SELECT links, text FROM submission WHERE version = 1')).toEqual([
      { links: null, text: null },
    ]);
    // SQLite builds no table anew on the way back to which rows of others refer.
    for (const table of ['annotation_sheet', 'submitted_file', 'submission', 'work', 'project_group'])
      await source.query(`DELETE FROM ${table}`);
  });

  it('list the works that are there, for everybody and for those for whom it is otherwise', async () => {
    await source.runMigrations();
    await undoFrom('WorkListing');
    const put = (table: string, row: object) => source.createQueryBuilder().insert().into(table).values(row).execute();
    const { id, registeredAt: at } = person;
    const [editionId, released] = ['4', '9'].map((last) => id.slice(0, -1) + last);
    if (!(await source.query('SELECT id FROM account')).length) await put('account', person);
    if (!(await source.query('SELECT id FROM edition')).length) await putApplication({ round: 1 });
    const ofBrief = { editionId, briefId: 'project-work' };
    await put('project_group', { id, ...ofBrief, name: 'Škola  Á' });
    const work = { ...ofBrief, groupId: id, versions: 1, markings: 0, planned: 0, waits: 1, handedInAt: at };
    await put('work', { id, ...work, attempt: 1, state: 'handed-in' });
    await put('work', { id: released, ...work, attempt: 2, state: 'released', releasedAt: at });
    const version = { workId: id, version: 1, handedInBy: id, at, isLate: 0, isStatedOriginal: 0 };
    await put('submission', { id, ...version });
    const marking = {
      id,
      workId: id,
      submissionId: id,
      markerId: id,
      outcome: 'passed',
      rubric: '[]',
      comment: 'a',
      at,
    };
    await put('marking', marking);

    await source.runMigrations();
    const listed = await source.query(
      'SELECT workId, markerId, waits, stateNumber, listedAs, maskedAs FROM work_listing ORDER BY workId, markerId',
    );
    const names = { listedAs: 'skola a', maskedAs: id.slice(30) };
    expect(listed).toEqual([
      { workId: id, markerId: '', waits: 1, stateNumber: 0, ...names },
      { workId: id, markerId: id, waits: 0, stateNumber: 0, ...names },
      { workId: released, markerId: '', waits: 0, stateNumber: 5, ...names, maskedAs: 'skola a' },
    ]);
    expect(await source.query('SELECT waiting, others FROM work_listing_count')).toEqual([{ waiting: 1, others: 1 }]);
    for (const table of ['marking', 'submission', 'work', 'project_group']) await source.query(`DELETE FROM ${table}`);
    expect(await source.query('SELECT * FROM work_listing')).toEqual([]);
  });

  it('can all be undone', async () => {
    for (let step = migrations.length; step > 0; step -= 1) await source.undoLastMigration();
    expect(await tables()).toEqual([]);
  });

  it('put what was said before there were rounds into the first, and leave room for a second', async () => {
    await source.runMigrations();
    await undoFrom('Rounds');
    const put = (table: string, row: object) => source.createQueryBuilder().insert().into(table).values(row).execute();
    await put('account', person);
    await putApplication({});
    const vote = {
      id: person.id,
      applicationId: person.id,
      accountId: person.id,
      number: 1,
      choice: 'reject',
      reason: 'As found.',
      at: person.registeredAt,
    };
    const finding = {
      id: person.id,
      applicationId: person.id,
      accountId: person.id,
      criterionId: 'degree',
      finding: 'met',
      note: '',
      at: person.registeredAt,
    };
    await put('vote', vote);
    await put('finding', finding);

    await source.runMigrations();
    for (const table of ['application', 'vote', 'finding'])
      expect(await source.query(`SELECT round FROM ${table}`)).toEqual([{ round: 1 }]);
    const second = { id: `${person.id.slice(0, -1)}2`, round: 2 };
    for (const [table, row] of [
      ['vote', vote],
      ['finding', finding],
    ] as const) {
      await expect(put(table, { ...row, id: second.id, round: 1 })).rejects.toThrow(/unique|duplicate/i);
      await put(table, { ...row, ...second });
    }
  });
});
