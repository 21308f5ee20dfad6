import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { askForPersonalData, readPersonalData, readPersonalDataFile } from '@libretto/contracts';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { FileStore } from '../../platform/files/file-store';
import { onBehalfOf, currentRequest } from '../../platform/log/request-context';
import { taughtSessions } from '../../testing/course';
import { aColleague, anApplicant, anEditionOf, aParticipant, aPerson } from '../../testing/fixtures';
import { unzipped } from '../../testing/unzipped';
import { type Caller, describeOnEachDatabase, type TestApp } from '../../testing/test-app';
import { aFinding, aForm, aRuling, aVote } from '../admissions/dossier/application.builder';
import { aWorkloadEntry } from '../workload/workload-entry.builder';
import { makeCopy } from './jobs/make-copy.job';
import { PersonalCopy } from './personal-copy.entity';
import { PersonalDataExport } from './personal-data-export';

const ask = (caller: Caller, language = 'en') => caller.call(askForPersonalData, { body: { language } });
const copies = async (caller: Caller) => (await caller.call(readPersonalData, {})).body;
const fileOf = (caller: Caller, copyId: string) => caller.call(readPersonalDataFile, { params: { copyId } });

async function zipOf(app: TestApp, copyId: string) {
  return unzipped(await app.get(FileStore).read(copyId));
}

/** Somebody who was rejected: with a file, and with a member's words about them. */
async function aRejectedApplicant(app: TestApp) {
  const { id: editionId } = await anEditionOf(app, {}, { name: 'Autumn' });
  const [ines, jean] = [
    await aColleague(app, { editions: [{ editionId, role: 'chair' }] }),
    await aColleague(app, { editions: [{ editionId, role: 'member' }] }),
  ];
  const form = aForm({ motivation: 'Because of the four hundred diplomas.' });
  const person = await anApplicant(app, editionId, {
    account: { givenName: 'Zora' },
    application: { state: 'under-review', form },
  });
  const applicationId = person.application.id;
  for (const name of ['diploma.pdf', 'diploma.pdf']) {
    const file = await app
      .get(FileStore)
      .write({ id: newId(), name, type: 'application/pdf', purpose: 'evidence' }, Buffer.from('%PDF my diploma'));
    await app.get(Transaction).run(async (tx) => {
      await app.get(FileStore).keep(tx, file);
      await tx.insert('Evidence', {
        id: newId(),
        applicationId,
        fileId: file.id,
        kind: 'degree',
        fieldId: null,
        standing: 'in',
        ofAppeal: false,
        addedAt: new Date(),
      });
    });
  }
  for (const { account } of [ines, jean]) {
    const by = { applicationId, accountId: account.id };
    await app.build('Vote', aVote(by, 'reject', { reason: 'Ein hoffnungsloser Fall.' }));
    await app.build('Finding', aFinding(by, 'degree', { note: 'Ein hoffnungsloser Fall.' }));
  }
  await app.build('Comment', {
    id: newId(),
    applicationId,
    accountId: ines.account.id,
    words: 'Ein hoffnungsloser Fall.',
    at: new Date(),
    takenBackAt: null,
  });
  const ruling = aRuling(
    { applicationId, byId: ines.account.id },
    { outcome: 'rejected', decision: 'rejected', placeUntil: null, reason: 'Too little experience.', castVotes: 2 },
  );
  await app.build('Ruling', ruling);
  return { ...person, ines, editionId };
}

describeOnEachDatabase('what is held about a person', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('is made into a zip by a job, with the files, and without what the commission said', async () => {
    const { caller } = await aRejectedApplicant(app());
    const { body } = await ask(caller);
    expect(await copies(caller)).toMatchObject({ items: [{ id: body.id, state: 'queued' }], can: { ask: false } });
    expect((await fileOf(caller, body.id)).status).toBe(404);
    expect((await ask(caller)).body.code).toBe('personal-data.copy-under-way');

    expect(await app().runJobs()).toEqual([]);

    expect(await copies(caller)).toMatchObject({
      items: [{ state: 'ready', done: 18, total: 18 }],
      can: { ask: true },
    });
    const { status, headers } = await fileOf(caller, body.id);
    expect([status, headers['content-type']]).toEqual([200, 'application/zip']);
    const zip = await zipOf(app(), body.id);
    expect([...zip.keys()].sort()).toEqual(
      [
        'Read me.txt',
        'account.json',
        'announcements.json',
        'applications.json',
        'attendance.json',
        'calendar.json',
        'completion.json',
        'credentials.json',
        'discussions.json',
        'files/applications/Autumn/2-diploma.pdf',
        'files/applications/Autumn/diploma.pdf',
        'mails.json',
        'notices.json',
        'places.json',
        'project-work.json',
        'publication.json',
        'surveys.json',
        'materials.json',
        'workload.json',
      ].sort(),
    );
    const all = [...zip.values()].join('\n');
    expect(JSON.parse(zip.get('account.json') as string)).toMatchObject({ givenName: 'Zora', signIns: [{}] });
    expect(JSON.parse(zip.get('applications.json') as string)).toMatchObject([
      {
        edition: 'Autumn',
        form: { motivation: 'Because of the four hundred diplomas.' },
        rulings: [{ outcome: 'rejected', reason: 'Too little experience.' }],
      },
    ]);
    expect(zip.get('files/applications/Autumn/diploma.pdf')).toBe('%PDF my diploma');
    expect(zip.get('Read me.txt')).toContain('before the decision');
    for (const hidden of ['hoffnungslos', 'passwordHash', '$argon2', 'tokenHash']) expect(all).not.toContain(hidden);
  });

  it('follows somebody who takes part', async () => {
    const { id: editionId } = await anEditionOf(app());
    const { caller, enrolment, account } = await aParticipant(app(), editionId);
    await app().build(
      'WorkloadEntry',
      aWorkloadEntry({ enrolmentId: enrolment.id, byAccountId: account.id, kind: 'self-study', minutes: 95 }),
    );
    const { body } = await ask(caller, 'it');
    await app().runJobs();
    const zip = await zipOf(app(), body.id);
    expect(JSON.parse(zip.get('workload.json') as string)).toMatchObject({
      entries: [{ kind: 'self-study', minutes: 95 }],
    });
    expect(JSON.parse(zip.get('places.json') as string)).toMatchObject({
      offers: [{ state: 'accepted' }],
      enrolments: [{ editionId }],
    });
    expect(zip.get('Leggimi.txt')).toContain('password');
  });

  it('names the sessions that somebody teaches, and no others', async () => {
    const { id: editionId } = await anEditionOf(app());
    const teaching = { editions: [{ editionId, role: 'tutor' as const }] };
    const [{ caller, account }, { account: colleague }] = [
      await aPerson(app(), teaching),
      await aPerson(app(), teaching),
    ];
    const [late, early] = await taughtSessions(
      app(),
      account.id,
      { editionId, title: 'Second', startsAt: new Date('2026-12-02T09:00:00Z') },
      { editionId, title: 'First', startsAt: new Date('2026-12-01T09:00:00Z') },
    );
    await taughtSessions(app(), colleague.id, { editionId, title: 'Not mine' });
    const { body } = await ask(caller);
    await app().runJobs();
    const { sessionsTaught } = JSON.parse((await zipOf(app(), body.id)).get('attendance.json') as string);
    expect(sessionsTaught).toEqual([
      { session: 'First', startsAt: '2026-12-01T09:00:00.000Z', zone: early!.zone },
      { session: 'Second', startsAt: '2026-12-02T09:00:00.000Z', zone: late!.zone },
    ]);
  });

  it('leaves no folder of the zip, whatever an edition or a file is called', async () => {
    const { id: editionId } = await anEditionOf(app(), {}, { name: '../..\\..' });
    const { caller, application } = await anApplicant(app(), editionId);
    for (const name of ['..', '..']) {
      const file = await app()
        .get(FileStore)
        .write({ id: newId(), name, type: 'application/pdf', purpose: 'evidence' }, Buffer.from('%PDF'));
      await app()
        .get(Transaction)
        .run(async (tx) => {
          await app().get(FileStore).keep(tx, file);
          await tx.insert('Evidence', {
            id: newId(),
            applicationId: application.id,
            fileId: file.id,
            kind: 'degree',
            fieldId: null,
            standing: 'in',
            ofAppeal: false,
            addedAt: new Date(),
          });
        });
    }
    const { body } = await ask(caller);
    expect(await app().runJobs()).toEqual([]);
    const paths = [...(await zipOf(app(), body.id)).keys()].filter((path) => path.startsWith('files/'));
    expect(paths).toEqual(['files/applications/_/_/_/file.pdf', 'files/applications/_/_/_/2-file.pdf']);
  });

  it('is nobody else’s', async () => {
    const { caller, ines } = await aRejectedApplicant(app());
    const { body } = await ask(caller);
    await app().runJobs();
    const coordinator = await aPerson(app(), { organisation: 'coordinator' });
    const registrar = await aPerson(app(), { organisation: 'registrar' });
    for (const one of [ines.caller, coordinator.caller, registrar.caller]) {
      expect((await copies(one)).items).toEqual([]);
      expect((await fileOf(one, body.id)).status).toBe(404);
    }
    expect((await fileOf(app().visitor(), body.id)).status).toBe(401);
    const own = await ask(ines.caller);
    await app().runJobs();
    const text = [...(await zipOf(app(), own.body.id)).values()].join('\n');
    expect(text).not.toContain('Zora');
    expect(text).not.toContain('hoffnungslos');
  });

  it('is one file, however often its job runs, and one at a time, however often it is asked for', async () => {
    const { caller, account } = await aRejectedApplicant(app());
    const answers = await Promise.all([ask(caller), ask(caller), ask(caller)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const [copy] = await app().rows(PersonalCopy, { accountId: account.id });
    await app()
      .get(Transaction)
      .run((tx) => tx.enqueue(makeCopy, { copyId: copy?.id as string }));
    expect(await app().runJobs()).toEqual([]);
    expect(await copies(caller)).toMatchObject({ items: [{ state: 'ready' }] });
  });

  it('takes the place of the one before', async () => {
    const { caller } = await aRejectedApplicant(app());
    const { body: first } = await ask(caller);
    await app().runJobs();
    const { body: second } = await ask(caller);
    await app().runJobs();
    expect((await copies(caller)).items.map(({ id }) => id)).toEqual([second.id]);
    expect([(await fileOf(caller, first.id)).status, existsSync(join(app().config.filesFolder, first.id))]).toEqual([
      404,
      false,
    ]);
  });

  it('says that it failed, and is made at another try', async () => {
    const { caller } = await aRejectedApplicant(app());
    const { body } = await ask(caller);
    jest.spyOn(app().get(PersonalDataExport), 'about').mockRejectedValueOnce(new Error('no room'));
    expect(await app().runJobs()).toEqual(['no room']);
    expect(await copies(caller)).toMatchObject({ items: [{ id: body.id, state: 'failed' }], can: { ask: true } });
    app().clock.set(new Date('2026-11-23T09:10:00Z'));
    expect(await app().runJobs()).toEqual([]);
    expect(await copies(caller)).toMatchObject({ items: [{ state: 'ready' }] });
  });

  it('is erased after seven days', async () => {
    const { caller } = await aRejectedApplicant(app());
    const { body } = await ask(caller);
    await app().runJobs();
    const path = join(app().config.filesFolder, body.id);
    expect(existsSync(path)).toBe(true);
    app().clock.set(new Date('2026-11-30T09:10:00Z'));
    expect([(await copies(caller)).items, (await fileOf(caller, body.id)).status]).toEqual([[], 404]);
    expect(await app().runJobs()).toEqual([]);
    expect([existsSync(path), await app().rows(PersonalCopy, { id: body.id })]).toEqual([false, []]);
  });

  it('is asked of the features in as many statements, however much there is', async () => {
    const statements = async (entries: number) => {
      const { id: editionId } = await anEditionOf(app());
      const { enrolment, account } = await aParticipant(app(), editionId);
      for (let at = 0; at < entries; at += 1)
        await app().build(
          'WorkloadEntry',
          aWorkloadEntry({ enrolmentId: enrolment.id, byAccountId: account.id, kind: 'self-study', minutes: at + 1 }),
        );
      return onBehalfOf('spec', async () => {
        await app().get(PersonalDataExport).about(account.id);
        return currentRequest()?.statements;
      });
    };
    const few = await statements(1);
    expect(await statements(40)).toBe(few);
    expect(few).toBeLessThanOrEqual(44);
  });
});
