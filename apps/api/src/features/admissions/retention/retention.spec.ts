import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  readDossier,
  readEvidenceFile,
  readMyApplication,
  saveApplication,
  startApplication,
  withdrawApplication,
} from '@libretto/contracts';
import { emptyForm } from '@libretto/domain';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { OutboxRow } from '../../../platform/database/outbox-row.entity';
import { aColleague, anApplicant, anEditionOf } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { ApplicationRuled } from '../dossier/admissions.events';
import { aChange, aDeclaration, aFinding, aForm, aRuling, aVote } from '../dossier/application.builder';
import { Application } from '../dossier/application.entity';
import { Appeal } from '../appeal/appeal.entity';
import { DossierVersion } from '../dossier/dossier-version.entity';
import { Evidence } from '../dossier/evidence.entity';
import { Declaration } from '../dossier/declaration.entity';
import { Finding } from '../dossier/finding.entity';
import { ViewedVersion } from '../commission/viewed-version.entity';
import { Vote } from '../dossier/vote.entity';
import { Conflict } from '../dossier/conflict.entity';
import { Comment } from '../discussion/comment.entity';
import { Meeting } from '../meeting/meeting.entity';
import { MinutesItem } from '../meeting/minutes.entity';
import { DossierReturn } from '../return/dossier-return.entity';
import { ReturnQuestion } from '../return/return-question.entity';
import { Ruling } from '../dossier/ruling.entity';
import { EraseDossier } from './erase-dossier';
import { erasures, kept } from './erasures';
import { eraseDossier } from './jobs/erase-dossier.job';

/** A word that occurs only in the dossier and in records about it. */
const secret = 'Geheimniskrämerei';
const at = new Date('2026-10-19T10:00:00Z');
const yearsOn = (years: number) => new Date(Date.UTC(2026 + years, 11, 1));

/** An application with words of everybody on it, and its ruling. */
async function aRuledDossier(app: TestApp, outcome: 'rejected' | 'admitted' = 'rejected') {
  const { id: editionId } = await anEditionOf(app);
  const seat = () => aColleague(app, { editions: [{ editionId, role: 'member' }] });
  const [ines, jean] = [await seat(), await seat()];
  const form = aForm({ motivation: secret, referees: [{ name: secret, email: 'r@x.example' }] });
  const person = await anApplicant(app, editionId, {
    application: { state: 'under-review', form, referees: form.referees, rework: form },
  });
  const applicationId = person.application.id;
  const fileId = newId();
  const file = await app
    .get(FileStore)
    .write({ id: fileId, name: `${secret}.pdf`, type: 'application/pdf', purpose: 'evidence' }, Buffer.from(secret));
  await app.get(Transaction).run((tx) => app.get(FileStore).keep(tx, file));
  const evidence = {
    id: newId(),
    applicationId,
    fileId,
    kind: 'degree' as const,
    fieldId: null,
    standing: 'in' as const,
    ofAppeal: false,
    addedAt: at,
  };
  await app.build(Evidence, evidence as Evidence);
  const shown = {
    id: evidence.id,
    kind: 'degree' as const,
    fieldId: null,
    ofAppeal: false,
    file: { id: fileId, name: file.name, type: file.type, shown: null, bytes: 1 },
  };
  await app.build(DossierVersion, {
    ...{ id: newId(), applicationId, number: 2, form, evidence: [shown], at },
    ...{ institutionId: person.institution.id, country: 'HR' },
  });
  const returned = {
    id: newId(),
    applicationId,
    number: 1,
    word: secret,
    byId: ines.account.id,
    at,
    answerUntil: at,
    answeredAt: at,
    lapsedAt: null,
  };
  await app.build(DossierReturn, returned);
  await app.build(ReturnQuestion, {
    id: newId(),
    returnId: returned.id,
    field: 'degrees',
    text: secret,
    answer: secret,
  });
  const by = [ines, jean].map(({ account }) => ({ applicationId, accountId: account.id }));
  for (const one of by) {
    await app.build(Declaration, aDeclaration(one, { reason: secret }));
    await app.build(Finding, aFinding(one, 'degree', { note: secret, finding: 'not-met' }));
    await app.build(Vote, aVote(one, 'reject', { reason: secret }));
    await app.build(ViewedVersion, { id: newId(), ...one, version: 1, at });
    await app.build(Comment, { id: newId(), ...one, words: secret, at, takenBackAt: null });
  }
  const pinned = {
    ground: 'pinned' as const,
    number: 1,
    reason: secret,
    byId: null,
    at,
    endedAt: null,
    endedById: null,
    endedBecause: null,
  };
  await app.build(Conflict, { id: newId(), applicationId, accountId: jean.account.id, ...pinned });
  const meeting = {
    id: newId(),
    editionId,
    place: 'Rome',
    heldOn: '2026-10-19',
    state: 'open' as const,
    openFor: editionId,
    openedById: ines.account.id,
    openedAt: at,
    closedById: null,
    closedAt: null,
  };
  await app.build(Meeting, meeting as Meeting);
  const votes = by.map(({ accountId }) => ({
    accountId,
    choice: 'reject' as const,
    reason: secret,
    at: at.toISOString(),
  }));
  const { record } = aRuling({ applicationId, byId: ines.account.id });
  const decision = outcome;
  const ruling = aRuling(
    { applicationId, byId: ines.account.id },
    {
      outcome,
      decision,
      reason: secret,
      at,
      castVotes: 2,
      record: { ...record, votes },
      ...(outcome === 'rejected' ? { placeUntil: null } : {}),
    },
  );
  await app.build(Ruling, { ...ruling, meetingId: meeting.id });
  const item = { applicant: secret, institution: secret, country: 'HR', reason: secret } as MinutesItem['record'];
  await app.build(MinutesItem, {
    id: newId(),
    meetingId: meeting.id,
    applicationId,
    rulingId: ruling.id,
    record: item,
    erasedAt: null,
  });
  await app.build(Appeal, { id: newId(), applicationId, statement: secret, at });
  await app.get(Transaction).run(async (tx) => {
    await tx.manager.update(Application, { id: applicationId }, { state: 'ruled' });
    await tx.publish(new ApplicationRuled(applicationId, ruling.id));
  });
  return { ...person, editionId, applicationId, fileId, ruling, ines, evidence };
}

/** Every row of every table that holds the word. */
async function whereItIsSaid(app: TestApp, word: string): Promise<string[]> {
  const manager = app.database.read;
  const found: string[] = [];
  for (const { tableName } of manager.connection.entityMetadatas) {
    const rows: unknown[] = await manager.query(`SELECT * FROM ${manager.connection.driver.escape(tableName)}`);
    if (rows.some((row) => JSON.stringify(row).includes(word))) found.push(tableName);
  }
  return found.sort();
}

const pathOf = (app: TestApp, fileId: string) => join(app.config.filesFolder, fileId);

describeOnEachDatabase('the retention of a dossier', (app) => {
  afterEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('ends the programme’s months after a rejection: every word and file goes, that a ruling was made stays', async () => {
    const { applicationId, editionId, fileId, ruling, ines, evidence } = await aRuledDossier(app());
    expect((await whereItIsSaid(app(), secret)).length).toBeGreaterThan(10);
    app().clock.set(new Date('2028-10-18T10:00:00Z'));
    await app().runJobs();
    expect(existsSync(pathOf(app(), fileId))).toBe(true);

    app().clock.set(new Date('2028-10-19T10:00:01Z'));
    expect(await app().runJobs()).toEqual([]);

    expect(await whereItIsSaid(app(), secret)).toEqual([]);
    expect(existsSync(pathOf(app(), fileId))).toBe(false);
    expect(await app().rows(StoredFile, { id: fileId })).toEqual([]);
    const [application] = await app().rows(Application, { id: applicationId });
    expect(application).toMatchObject({ state: 'ruled', form: emptyForm, referees: null, rework: null });
    const { outcome, quorum, castVotes, byId, number } = ruling;
    expect(await app().rows(Ruling, { applicationId })).toMatchObject([
      {
        outcome,
        quorum,
        castVotes,
        byId,
        number,
        at,
        reason: '',
        erasedAt: application?.erasedAt,
        record: { counts: ruling.record.counts, votes: [{ choice: 'reject', reason: '' }, {}] },
      },
    ]);
    const params = { editionId, applicationId };
    const on = await app().signedIn(application?.accountId as string);
    expect((await on.call(readMyApplication, { params })).body.application).toMatchObject({
      erasedAt: application?.erasedAt?.toISOString(),
      form: emptyForm,
      ruling: { outcome, reason: '' },
    });
    const member = await app().signedIn(ines.account.id);
    expect((await member.call(readDossier, { params })).body).toMatchObject({
      erasedAt: application?.erasedAt?.toISOString(),
      dossier: { evidence: [], myVote: { choice: 'reject', reason: '' } },
    });
    expect((await member.call(readEvidenceFile, { params: { editionId, evidenceId: evidence.id } })).status).toBe(404);
  });

  it('does nothing the second time', async () => {
    const { applicationId } = await aRuledDossier(app());
    app().clock.set(yearsOn(3));
    await app().runJobs();
    const [before] = await app().rows(Application, { id: applicationId });
    app().clock.set(yearsOn(4));
    await app()
      .get(Transaction)
      .run((tx) => tx.enqueue(eraseDossier, { applicationId }));
    expect(await app().runJobs()).toEqual([]);
    expect(await app().rows(Application, { id: applicationId })).toEqual([before]);
  });

  it('leaves nothing half: where one table fails, all is as it was, and the next run erases all', async () => {
    const { applicationId, fileId } = await aRuledDossier(app());
    app().clock.set(yearsOn(3));
    jest.spyOn(erasures, 'ruling' as never).mockRejectedValueOnce(new Error('killed') as never);
    await expect(app().get(EraseDossier).run(applicationId)).rejects.toThrow('killed');
    expect(await app().rows(Evidence, { applicationId })).toHaveLength(1);
    expect(existsSync(pathOf(app(), fileId))).toBe(true);
    await app().get(EraseDossier).run(applicationId);
    // Killed after the commit: the bytes are still there, and the job that erases them is stored.
    expect(existsSync(pathOf(app(), fileId))).toBe(true);
    await app().runJobs();
    expect(existsSync(pathOf(app(), fileId))).toBe(false);
  });

  it('does not end while an appeal runs, nor for who was admitted', async () => {
    const appealed = await aRuledDossier(app());
    const admitted = await aRuledDossier(app(), 'admitted');
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Application, { id: appealed.applicationId }, { state: 'appealed', round: 2 }));
    app().clock.set(yearsOn(5));
    await app().runJobs();
    for (const { applicationId } of [appealed, admitted])
      expect(await app().rows(Application, { id: applicationId })).toMatchObject([
        { erasedAt: null, form: { motivation: secret } },
      ]);
  });

  it('ends for a draft that was never submitted, and for what was withdrawn; later where the closing day moved', async () => {
    const { id: editionId } = await anEditionOf(app(), {}, { applicationsCloseAt: new Date('2026-11-30T22:59:00Z') });
    const [one, other] = [await aColleague(app()), await aColleague(app())];
    for (const { caller } of [one, other]) {
      await caller.call(startApplication, { params: { editionId } });
      await caller.call(saveApplication, { params: { editionId }, body: aChange({ motivation: 'Because.' }) });
    }
    await other.caller.call(withdrawApplication, { params: { editionId } });
    const motivationOf = async (accountId: string) =>
      (await app().rows(Application, { editionId, accountId }))[0]?.form.motivation;
    app().clock.set(new Date('2028-11-24T00:00:00Z'));
    await app().runJobs();
    expect([await motivationOf(one.account.id), await motivationOf(other.account.id)]).toEqual(['Because.', '']);
    await app()
      .get(Transaction)
      .run((tx) =>
        tx.manager.update('Edition', { id: editionId }, { applicationsCloseAt: new Date('2027-01-31T22:59:00Z') }),
      );
    app().clock.set(new Date('2028-12-24T00:00:00Z'));
    await app().runJobs();
    expect(await motivationOf(one.account.id)).toBe('Because.');
    const again = await app().rows(OutboxRow, { job: eraseDossier.name, state: 'waiting' });
    expect(again.map(({ dueAt }) => dueAt.toISOString())).toContain('2029-01-31T22:59:00.000Z');
    app().clock.set(new Date('2029-02-01T00:00:00Z'));
    await app().runJobs();
    expect(await motivationOf(one.account.id)).toBe('');
    const caller = await app().signedIn(one.account.id);
    expect((await caller.call(readMyApplication, { params: { editionId } })).body).toMatchObject({
      application: { state: 'draft' },
      can: { edit: false, withdraw: false },
    });
    expect(
      (await caller.call(saveApplication, { params: { editionId }, body: aChange({ motivation: 'Again.' }) })).body
        .code,
    ).toBe('admissions.not-editable');
  });

  it('knows every table that speaks of an application', () => {
    const metadatas = app().database.read.connection.entityMetadatas;
    const names = [...Object.keys(erasures), ...kept];
    const erased = new Set(['application', ...Object.keys(erasures)]);
    const referring = metadatas.filter(
      ({ tableName, foreignKeys }) =>
        tableName !== 'application' &&
        foreignKeys.some(({ referencedEntityMetadata }) => erased.has(referencedEntityMetadata.tableName)),
    );
    // A new table here? Name it in `erasures.ts`: how its part of a dossier is erased, or that it holds nobody's words.
    expect(referring.map(({ tableName }) => tableName).filter((name) => !names.includes(name))).toEqual([]);
    expect(names.filter((name) => !metadatas.some(({ tableName }) => tableName === name))).toEqual([]);
  });
});
