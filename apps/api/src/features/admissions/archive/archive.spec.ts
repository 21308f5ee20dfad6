import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askForDossier, askForDossiers, readExtractFile, readExtracts, readOwnCopy } from '@libretto/contracts';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { FileStore } from '../../../platform/files/file-store';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { textOfPdf } from '../../../testing/pdf-text';
import { aColleague, anApplicant, anEditionOf, aPerson, aRulingOn, manyApplicants } from '../../../testing/fixtures';
import { unzippedBytes } from '../../../testing/unzipped';
import { type Caller, describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { aDeclaration, aFinding, aForm } from '../dossier/application.builder';
import { Appeal } from '../appeal/appeal.entity';
import { Evidence } from '../dossier/evidence.entity';
import { Declaration } from '../dossier/declaration.entity';
import { Finding } from '../dossier/finding.entity';
import { Extract } from '../extracts/extract.entity';
import { Letter } from '../letters/letter.entity';
import { bindDossier } from './jobs/bind-dossier.job';
import { zipDossiers } from './jobs/zip-dossiers.job';

const now = new Date('2026-11-23T09:00:00Z');

async function pdf(...pages: string[]): Promise<Buffer> {
  const made = await PDFDocument.create();
  for (const words of pages) made.addPage([400, 500]).drawText(words, { x: 30, y: 400, size: 12 });
  return Buffer.from(await made.save());
}

/** Hands in a file of evidence past the rules. */
async function handIn(app: TestApp, applicationId: string, name: string, type: string, content: Buffer): Promise<void> {
  const files = app.get(FileStore);
  const file = await files.write({ id: newId(), name, type, purpose: 'evidence' }, content);
  await app.get(Transaction).run((tx) => files.keep(tx, file));
  await app.build(Evidence, {
    id: newId(),
    applicationId,
    fileId: file.id,
    kind: 'degree',
    fieldId: null,
    standing: 'in',
    ofAppeal: false,
    addedAt: new Date('2026-10-09T13:00:00Z'),
  });
}

/** An applicant with three files who was admitted, and the registrar and the coordinator of the edition. */
async function aStage(app: TestApp) {
  const { id: editionId } = await anEditionOf(app, {}, { name: 'Autumn' });
  const { caller: coordinator } = await aPerson(app, { organisation: 'coordinator' });
  const { caller: registrar } = await aPerson(app, { organisation: 'registrar' });
  const form = aForm({ motivation: '#panic("no program")\nI want to learn.' });
  const ana = await anApplicant(app, editionId, {
    application: { state: 'ruled', form },
    account: { givenName: 'Ana', familyName: 'Kovačić' },
  });
  const ofAna = ana.application.id;
  const ruling = await aRulingOn(app, ofAna, {
    record: {
      membersWithoutConflict: 3,
      votes: [
        { accountId: ana.account.id, choice: 'admit', reason: 'A secret reason.', at: '2026-10-14T08:00:00.000Z' },
      ],
      counts: { admit: 3, 'admit-by-exception': 0, reject: 0 },
      findings: { degree: { finding: 'met', counts: { met: 3, 'not-met': 0, 'not-evidenced': 0 } } },
      recused: [{ accountId: ana.account.id, grounds: ['same-institution'] }],
    },
  });
  const about = { rulingId: ruling.id, applicationId: ofAna, editionId, outcome: ruling.outcome, language: 'en' };
  await app.build(Letter, {
    id: newId(),
    ...about,
    subject: 'You are admitted',
    paragraphs: ['Dear Ana,', 'come.'],
    action: null,
    composedAt: ruling.at,
    erasedAt: null,
  });
  await app.build(
    Finding,
    aFinding({ applicationId: ofAna, accountId: ruling.byId }, 'degree', { note: 'A secret note.' }),
  );
  await handIn(
    app,
    ofAna,
    'diploma.pdf',
    'application/pdf',
    await pdf('Diploma of Ana, first page', 'Diploma of Ana, second page'),
  );
  await handIn(app, ofAna, 'letter.txt', 'text/plain', Buffer.from('Dear commission'));
  await handIn(app, ofAna, 'proof.pdf', 'application/pdf', await pdf('Proof of post'));
  return { editionId, coordinator, registrar, ana };
}

const ask = (caller: Caller, editionId: string, applicationId: string, language = 'en') =>
  caller.call(askForDossier, { params: { editionId, applicationId }, body: { language } });
const askForAll = (caller: Caller, editionId: string) =>
  caller.call(askForDossiers, { params: { editionId }, body: { language: 'en' } });
const own = async (caller: Caller, editionId: string) =>
  (await caller.call(readExtracts, { params: { editionId } })).body.items;
const status = async (caller: Caller, editionId: string, extractId: string) =>
  (await caller.call(readExtractFile, { params: { editionId, extractId } })).status;
const bytesOf = (app: TestApp, extractId: string) => readFileSync(join(app.config.filesFolder, extractId));

/** Asks for a dossier and answers it, bound. */
async function bound(
  app: TestApp,
  caller: Caller,
  editionId: string,
  applicationId: string,
  language?: string,
): Promise<Buffer> {
  const { body } = await ask(caller, editionId, applicationId, language);
  expect(await app.runJobs()).toEqual([]);
  return bytesOf(app, body.id);
}

describeOnEachDatabase('a dossier bound for the archive', (app) => {
  beforeEach(() => app().clock.set(now));

  it('holds index, record, form and evidence, each on the page that the index says', async () => {
    const { editionId, coordinator, ana } = await aStage(app());
    const bytes = await bound(app(), coordinator, editionId, ana.application.id);
    const pages = (await textOfPdf(bytes)).split('\n').map((page) => page.replace(/\s+/g, ' '));
    const all = pages.join('\n');
    for (const words of [
      'Application of Ana Kovačić',
      'Same institution',
      '3 votes cast; quorum 2 of 3 members without a conflict',
      'admit: 3',
      'Every required criterion is met.',
      'You are admitted',
      'Not accepted by the mail server yet.',
      '#panic("no program")',
      'Magistra prava',
      'Application submitted, version 1.',
      'This kind of file isn’t shown as pages. The original is attached to this PDF as “02 letter.txt”.',
    ])
      expect(all).toContain(words);
    const at = (words: string) => pages.findIndex((page) => page.includes(words)) + 1;
    expect(at('Diploma of Ana, second page')).toBe(at('Diploma of Ana, first page') + 1);
    expect(all).toContain(`${at('Diploma of Ana, first page')}–${at('Diploma of Ana, second page')}`);
    expect(at('Proof of post')).toBe(pages.length);
    expect(pages[0]).toContain(` ${pages.length} `);
    const document = await PDFDocument.load(bytes);
    expect(
      document
        .getAttachments()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['01 diploma.pdf', '02 letter.txt', '03 proof.pdf', 'application.json']);
    expect(String(document.context.lookup(document.catalog.get(PDFName.of('Outlines'))))).toContain('/Count');
  });

  it('has the votes and findings by name for the registrar only, and only once it is ruled on', async () => {
    const { editionId, coordinator, registrar, ana } = await aStage(app());
    const forCoordinator = await textOfPdf(await bound(app(), coordinator, editionId, ana.application.id));
    const forRegistrar = await textOfPdf(await bound(app(), registrar, editionId, ana.application.id));
    expect([
      forCoordinator.includes('A secret'),
      forRegistrar.includes('A secret reason.'),
      forRegistrar.includes('A secret note.'),
    ]).toEqual([false, true, true]);
    const appealed = await anApplicant(app(), editionId, { application: { state: 'appealed' } });
    const ruling = await aRulingOn(app(), appealed.application.id);
    await app().build(
      Finding,
      aFinding({ applicationId: appealed.application.id, accountId: ruling.byId }, 'degree', {
        note: 'A secret note.',
      }),
    );
    await app().build(Appeal, {
      id: newId(),
      applicationId: appealed.application.id,
      statement: 'My third post was overlooked.',
      at: new Date('2026-10-25T08:00:00Z'),
    });
    const underAppeal = await textOfPdf(await bound(app(), registrar, editionId, appealed.application.id));
    expect([underAppeal.includes('A secret'), underAppeal.includes('My third post was overlooked.')]).toEqual([
      false,
      true,
    ]);
  });

  it('has a copy for the applicant, of what they submitted and nothing of the commission, and for nobody else', async () => {
    const { editionId, coordinator, ana } = await aStage(app());
    const copyOf = (caller: Caller) => caller.call(readOwnCopy, { params: { editionId }, query: { language: 'en' } });
    const copy = await copyOf(ana.caller);
    expect(copy.status).toBe(200);
    const words = (await textOfPdf(copy.bytes)).replace(/\s+/g, ' ');
    for (const own of [
      'Application of Ana Kovačić',
      'Magistra prava',
      'diploma.pdf',
      'Application submitted, version 1.',
    ])
      expect(words).toContain(own);
    for (const theirs of [
      'A secret',
      'quorum',
      'Every required criterion is met.',
      'admit: 3',
      'Same institution',
      'You are admitted',
    ])
      expect(words).not.toContain(theirs);
    expect([(await copyOf(coordinator)).status, (await copyOf(app().visitor())).status]).toEqual([404, 401]);
    const draft = await anApplicant(app(), editionId, { application: { state: 'draft', submittedAt: null } });
    expect((await copyOf(draft.caller)).status).toBe(404);
  });

  it('of some applications are those that are named, and of none that is not this edition’s', async () => {
    const { editionId, coordinator, ana } = await aStage(app());
    await anApplicant(app(), editionId, { application: { state: 'submitted' } });
    const askFor = (applicationIds: string[]) =>
      coordinator.call(askForDossiers, { params: { editionId }, body: { language: 'en', applicationIds } });
    expect((await askFor([ana.application.id, newId()])).status).toBe(404);
    const { body } = await askFor([ana.application.id]);
    expect(await app().rows(Extract, { partOfId: body.id })).toMatchObject([{ applicationId: ana.application.id }]);
  });

  it('is set in the language of who asks', async () => {
    const { editionId, coordinator, ana } = await aStage(app());
    expect(await textOfPdf(await bound(app(), coordinator, editionId, ana.application.id, 'it'))).toContain(
      'Candidatura di Ana Kovačić',
    );
  });

  it('opens to nobody in conflict, and to nobody else', async () => {
    const { editionId, coordinator, registrar, ana } = await aStage(app());
    const { caller, account } = await aColleague(app(), {
      organisation: 'registrar',
      editions: [{ editionId, role: 'member' }],
    });
    expect((await ask(caller, editionId, ana.application.id)).status).toBe(201);
    await app().runJobs();
    const id = (await own(caller, editionId))[0]?.id as string;
    expect([
      await status(caller, editionId, id),
      await status(registrar, editionId, id),
      await status(coordinator, editionId, id),
    ]).toEqual([200, 404, 404]);
    await app().build(
      Declaration,
      aDeclaration(
        { applicationId: ana.application.id, accountId: account.id },
        { inConflict: true, reason: 'Family.' },
      ),
    );
    expect([await status(caller, editionId, id), (await ask(caller, editionId, ana.application.id)).status]).toEqual([
      404, 404,
    ]);
    expect((await own(caller, editionId)).map(({ state, applicant }) => [state, applicant])).toEqual([
      ['failed', null],
    ]);
    expect((await ask(ana.caller, editionId, ana.application.id)).status).toBe(403);
    const draft = await anApplicant(app(), editionId, { application: { state: 'draft', submittedAt: null } });
    expect((await ask(coordinator, editionId, draft.application.id)).status).toBe(404);
  });

  it('is not bound for whom a conflict was found while it waited', async () => {
    const { editionId, ana } = await aStage(app());
    const { caller, account } = await aColleague(app(), {
      organisation: 'coordinator',
      editions: [{ editionId, role: 'member' }],
    });
    const { body } = await ask(caller, editionId, ana.application.id);
    await app().build(
      Declaration,
      aDeclaration(
        { applicationId: ana.application.id, accountId: account.id },
        { inConflict: true, reason: 'Family.' },
      ),
    );
    expect(await app().runJobs()).toEqual([]);
    expect(existsSync(join(app().config.filesFolder, body.id))).toBe(false);
  });

  it('is bound also where a file is broken or gone astray in a parser', async () => {
    const { editionId, coordinator, ana } = await aStage(app());
    await handIn(app(), ana.application.id, 'broken.hta', 'application/pdf', Buffer.from('%PDF-1.7 and then nothing'));
    await handIn(app(), ana.application.id, 'broken.png', 'image/png', Buffer.from('\x89PNG and then nothing'));
    const bytes = await bound(app(), coordinator, editionId, ana.application.id);
    const names = (await PDFDocument.load(bytes)).getAttachments().map(({ name }) => name);
    expect(names.sort()).toEqual([
      '01 diploma.pdf',
      '02 letter.txt',
      '03 proof.pdf',
      '04 broken.hta.pdf',
      '05 broken.png',
      'application.json',
    ]);
  });

  it('is one file, however often its job runs, and is erased after seven days', async () => {
    const { editionId, coordinator, ana } = await aStage(app());
    const { body } = await ask(coordinator, editionId, ana.application.id);
    const again = () =>
      app()
        .get(Transaction)
        .run((tx) => tx.enqueue(bindDossier, { extractId: body.id }));
    await again();
    expect(await app().runJobs()).toEqual([]);
    const first = bytesOf(app(), body.id);
    await again();
    await app().runJobs();
    expect(bytesOf(app(), body.id).equals(first)).toBe(true);
    app().clock.set(new Date(now.getTime() + 7 * 86_400_000 + 60_000));
    expect(await status(coordinator, editionId, body.id)).toBe(404);
    await app().runJobs();
    expect([existsSync(join(app().config.filesFolder, body.id)), await app().rows(Extract, { id: body.id })]).toEqual([
      false,
      [],
    ]);
  });
});

describeOnEachDatabase('all dossiers of an edition in one zip', (app) => {
  beforeEach(() => app().clock.set(now));

  it('are bound one by one, counted on the way, and zipped once', async () => {
    const { editionId, coordinator, ana } = await aStage(app());
    await anApplicant(app(), editionId);
    await anApplicant(app(), editionId, { application: { state: 'draft', submittedAt: null } });
    const { body } = await askForAll(coordinator, editionId);
    expect(await own(coordinator, editionId)).toMatchObject([{ kind: 'dossiers', state: 'queued', done: 0, total: 2 }]);
    expect((await askForAll(coordinator, editionId)).body.code).toBe('admissions.extract-under-way');
    expect(await app().runJobs()).toEqual([]);
    expect(await own(coordinator, editionId)).toMatchObject([{ state: 'ready', done: 2, total: 2 }]);
    const files = unzippedBytes(bytesOf(app(), body.id));
    expect([...files.keys()].sort()).toEqual([
      expect.stringMatching(/^Kovač Ana [0-9a-f]{12}\.pdf$/),
      `Kovačić Ana ${ana.application.id.slice(-12)}.pdf`,
    ]);
    for (const file of files.values()) expect((await PDFDocument.load(file)).getPageCount()).toBeGreaterThan(1);
    await app()
      .get(Transaction)
      .run((tx) => tx.enqueue(zipDossiers, { extractId: body.id }));
    expect(await app().runJobs()).toEqual([]);
    // The parts were deleted when the whole was ready.
    expect(await app().rows(Extract, { editionId })).toHaveLength(1);
  });

  it('leave out those that the reader is in conflict with', async () => {
    const { editionId, ana } = await aStage(app());
    const other = await anApplicant(app(), editionId);
    const { caller } = await aColleague(
      app(),
      { organisation: 'coordinator', editions: [{ editionId, role: 'member' }] },
      { institutionId: ana.institution.id },
    );
    const { body } = await askForAll(caller, editionId);
    await app().runJobs();
    expect([...unzippedBytes(bytesOf(app(), body.id)).keys()]).toEqual([
      expect.stringContaining(other.application.id.slice(-12)),
    ]);
  });

  it('name those that could not be bound, after a while', async () => {
    const { editionId, coordinator, ana } = await aStage(app());
    const { body } = await askForAll(coordinator, editionId);
    const [evidence] = await app().rows(Evidence, { applicationId: ana.application.id });
    const path = join(app().config.filesFolder, evidence?.fileId ?? '');
    const content = readFileSync(path);
    await app()
      .get(FileStore)
      .erase(evidence?.fileId ?? '');
    expect(await app().runJobs()).not.toEqual([]);
    expect(await own(coordinator, editionId)).toMatchObject([{ state: 'queued', done: 1, total: 1 }]);
    app().clock.set(new Date(now.getTime() + 31 * 60_000));
    await app().runJobs();
    expect([...unzippedBytes(bytesOf(app(), body.id)).keys()]).toEqual(['Missing.txt']);
    writeFileSync(path, content);
  });

  it('are nothing where nobody has submitted', async () => {
    const { id: editionId } = await anEditionOf(app());
    const { caller } = await aPerson(app(), { organisation: 'registrar' });
    expect((await askForAll(caller, editionId)).body.code).toBe('admissions.no-dossiers');
  });

  it('are asked for with as many statements for 400 as for 5', async () => {
    const statements = async (people: number) => {
      const { id: editionId } = await anEditionOf(app());
      const { caller } = await aPerson(app(), { organisation: 'coordinator' });
      await manyApplicants(app(), editionId, people);
      return (await askForAll(caller, editionId)).statements;
    };
    expect(await statements(400)).toBe(await statements(5));
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.query("UPDATE outbox SET state = 'done' WHERE state = 'waiting'"));
  });
});
