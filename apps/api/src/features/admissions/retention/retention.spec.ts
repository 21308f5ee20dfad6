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
import { aColleague, anApplicant, anEditionOf } from '../../../testing/stage';
import { describeOnEachDatabase, type World } from '../../../testing/world';
import { ApplicationRuled } from '../dossier/admissions.events';
import { aChange, aDeclaration, aFinding, aForm, aRuling, aVote } from '../dossier/application.builder';
import { Application } from '../dossier/application.entity';
import { Appeal } from '../appeal/appeal.entity';
import { DossierVersion } from '../dossier/dossier-version.entity';
import { Evidence } from '../dossier/evidence.entity';
import { Declaration } from '../dossier/declaration.entity';
import { Finding } from '../dossier/finding.entity';
import { Look } from '../commission/look.entity';
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

/** Nobody writes this word but who wrote into the dossier, or about it. */
const secret = 'Geheimniskrämerei';
const at = new Date('2026-10-19T10:00:00Z');
const yearsOn = (years: number) => new Date(Date.UTC(2026 + years, 11, 1));

/** An application on which everybody has said everything, and the ruling. */
async function aRuledDossier(world: World, outcome: 'rejected' | 'admitted' = 'rejected') {
  const { id: editionId } = await anEditionOf(world);
  const seat = () => aColleague(world, { editions: [{ editionId, role: 'member' }] });
  const [ines, jean] = [await seat(), await seat()];
  const form = aForm({ motivation: secret, referees: [{ name: secret, email: 'r@x.example' }] });
  const person = await anApplicant(world, editionId, {
    application: { state: 'under-review', form, referees: form.referees, rework: form },
  });
  const applicationId = person.application.id;
  const fileId = newId();
  const file = await world
    .get(FileStore)
    .write({ id: fileId, name: `${secret}.pdf`, type: 'application/pdf', purpose: 'evidence' }, Buffer.from(secret));
  await world.get(Transaction).run((tx) => world.get(FileStore).keep(tx, file));
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
  await world.build(Evidence, evidence as Evidence);
  const shown = {
    id: evidence.id,
    kind: 'degree' as const,
    fieldId: null,
    ofAppeal: false,
    file: { id: fileId, name: file.name, type: file.type, shown: null, bytes: 1 },
  };
  await world.build(DossierVersion, {
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
  await world.build(DossierReturn, returned);
  await world.build(ReturnQuestion, {
    id: newId(),
    returnId: returned.id,
    field: 'degrees',
    text: secret,
    answer: secret,
  });
  const by = [ines, jean].map(({ account }) => ({ applicationId, accountId: account.id }));
  for (const one of by) {
    await world.build(Declaration, aDeclaration(one, { reason: secret }));
    await world.build(Finding, aFinding(one, 'degree', { note: secret, finding: 'not-met' }));
    await world.build(Vote, aVote(one, 'reject', { reason: secret }));
    await world.build(Look, { id: newId(), ...one, version: 1, at });
    await world.build(Comment, { id: newId(), ...one, words: secret, at, takenBackAt: null });
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
  await world.build(Conflict, { id: newId(), applicationId, accountId: jean.account.id, ...pinned });
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
  await world.build(Meeting, meeting as Meeting);
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
  await world.build(Ruling, { ...ruling, meetingId: meeting.id });
  const item = { applicant: secret, institution: secret, country: 'HR', reason: secret } as MinutesItem['record'];
  await world.build(MinutesItem, {
    id: newId(),
    meetingId: meeting.id,
    applicationId,
    rulingId: ruling.id,
    record: item,
    erasedAt: null,
  });
  await world.build(Appeal, { id: newId(), applicationId, statement: secret, at });
  await world.get(Transaction).run(async (tx) => {
    await tx.manager.update(Application, { id: applicationId }, { state: 'ruled' });
    await tx.publish(new ApplicationRuled(applicationId, ruling.id));
  });
  return { ...person, editionId, applicationId, fileId, ruling, ines, evidence };
}

/** Every row of every table that holds the word. */
async function whereItIsSaid(world: World, word: string): Promise<string[]> {
  const manager = world.database.read;
  const found: string[] = [];
  for (const { tableName } of manager.connection.entityMetadatas) {
    const rows: unknown[] = await manager.query(`SELECT * FROM ${manager.connection.driver.escape(tableName)}`);
    if (rows.some((row) => JSON.stringify(row).includes(word))) found.push(tableName);
  }
  return found.sort();
}

const pathOf = (world: World, fileId: string) => join(world.config.filesFolder, fileId);

describeOnEachDatabase('the retention of a dossier', (world) => {
  afterEach(() => world().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('ends the programme’s months after a rejection: every word and file goes, that a ruling was made stays', async () => {
    const { applicationId, editionId, fileId, ruling, ines, evidence } = await aRuledDossier(world());
    expect((await whereItIsSaid(world(), secret)).length).toBeGreaterThan(10);
    world().clock.set(new Date('2028-10-18T10:00:00Z'));
    await world().runJobs();
    expect(existsSync(pathOf(world(), fileId))).toBe(true);

    world().clock.set(new Date('2028-10-19T10:00:01Z'));
    expect(await world().runJobs()).toEqual([]);

    expect(await whereItIsSaid(world(), secret)).toEqual([]);
    expect(existsSync(pathOf(world(), fileId))).toBe(false);
    expect(await world().rows(StoredFile, { id: fileId })).toEqual([]);
    const [application] = await world().rows(Application, { id: applicationId });
    expect(application).toMatchObject({ state: 'ruled', form: emptyForm, referees: null, rework: null });
    const { outcome, quorum, castVotes, byId, number } = ruling;
    expect(await world().rows(Ruling, { applicationId })).toMatchObject([
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
    const on = await world().signedIn(application?.accountId as string);
    expect((await on.call(readMyApplication, { params })).body.application).toMatchObject({
      erasedAt: application?.erasedAt?.toISOString(),
      form: emptyForm,
      ruling: { outcome, reason: '' },
    });
    const member = await world().signedIn(ines.account.id);
    expect((await member.call(readDossier, { params })).body).toMatchObject({
      erasedAt: application?.erasedAt?.toISOString(),
      dossier: { evidence: [], myVote: { choice: 'reject', reason: '' } },
    });
    expect((await member.call(readEvidenceFile, { params: { editionId, evidenceId: evidence.id } })).status).toBe(404);
  });

  it('does nothing the second time', async () => {
    const { applicationId } = await aRuledDossier(world());
    world().clock.set(yearsOn(3));
    await world().runJobs();
    const [before] = await world().rows(Application, { id: applicationId });
    world().clock.set(yearsOn(4));
    await world()
      .get(Transaction)
      .run((tx) => tx.enqueue(eraseDossier, { applicationId }));
    expect(await world().runJobs()).toEqual([]);
    expect(await world().rows(Application, { id: applicationId })).toEqual([before]);
  });

  it('leaves nothing half: where one table fails, all is as it was, and the next run erases all', async () => {
    const { applicationId, fileId } = await aRuledDossier(world());
    world().clock.set(yearsOn(3));
    jest.spyOn(erasures, 'ruling' as never).mockRejectedValueOnce(new Error('killed') as never);
    await expect(world().get(EraseDossier).run(applicationId)).rejects.toThrow('killed');
    expect(await world().rows(Evidence, { applicationId })).toHaveLength(1);
    expect(existsSync(pathOf(world(), fileId))).toBe(true);
    await world().get(EraseDossier).run(applicationId);
    // Killed after the commit: the bytes are there still, and the job that erases them is stored.
    expect(existsSync(pathOf(world(), fileId))).toBe(true);
    await world().runJobs();
    expect(existsSync(pathOf(world(), fileId))).toBe(false);
  });

  it('does not end while an appeal runs, nor for who was admitted', async () => {
    const appealed = await aRuledDossier(world());
    const admitted = await aRuledDossier(world(), 'admitted');
    await world()
      .get(Transaction)
      .run((tx) => tx.manager.update(Application, { id: appealed.applicationId }, { state: 'appealed', round: 2 }));
    world().clock.set(yearsOn(5));
    await world().runJobs();
    for (const { applicationId } of [appealed, admitted])
      expect(await world().rows(Application, { id: applicationId })).toMatchObject([
        { erasedAt: null, form: { motivation: secret } },
      ]);
  });

  it('ends for a draft that was never submitted, and for what was withdrawn; later where the closing day moved', async () => {
    const { id: editionId } = await anEditionOf(world(), {}, { applicationsCloseAt: new Date('2026-11-30T22:59:00Z') });
    const [one, other] = [await aColleague(world()), await aColleague(world())];
    for (const { caller } of [one, other]) {
      await caller.call(startApplication, { params: { editionId } });
      await caller.call(saveApplication, { params: { editionId }, body: aChange({ motivation: 'Because.' }) });
    }
    await other.caller.call(withdrawApplication, { params: { editionId } });
    const motivationOf = async (accountId: string) =>
      (await world().rows(Application, { editionId, accountId }))[0]?.form.motivation;
    world().clock.set(new Date('2028-11-24T00:00:00Z'));
    await world().runJobs();
    expect([await motivationOf(one.account.id), await motivationOf(other.account.id)]).toEqual(['Because.', '']);
    await world()
      .get(Transaction)
      .run((tx) =>
        tx.manager.update('Edition', { id: editionId }, { applicationsCloseAt: new Date('2027-01-31T22:59:00Z') }),
      );
    world().clock.set(new Date('2028-12-24T00:00:00Z'));
    await world().runJobs();
    expect(await motivationOf(one.account.id)).toBe('Because.');
    const again = await world().rows(OutboxRow, { job: eraseDossier.name, state: 'waiting' });
    expect(again.map(({ dueAt }) => dueAt.toISOString())).toContain('2029-01-31T22:59:00.000Z');
    world().clock.set(new Date('2029-02-01T00:00:00Z'));
    await world().runJobs();
    expect(await motivationOf(one.account.id)).toBe('');
    const caller = await world().signedIn(one.account.id);
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
    const metadatas = world().database.read.connection.entityMetadatas;
    const names = [...Object.keys(erasures), ...kept];
    const erased = new Set(['application', ...Object.keys(erasures)]);
    const referring = metadatas.filter(
      ({ tableName, foreignKeys }) =>
        tableName !== 'application' &&
        foreignKeys.some(({ referencedEntityMetadata }) => erased.has(referencedEntityMetadata.tableName)),
    );
    // A new table here? Name it in `erasures.ts`: what of it goes with the dossier, or that it holds nobody’s words.
    expect(referring.map(({ tableName }) => tableName).filter((name) => !names.includes(name))).toEqual([]);
    expect(names.filter((name) => !metadatas.some(({ tableName }) => tableName === name))).toEqual([]);
  });
});
