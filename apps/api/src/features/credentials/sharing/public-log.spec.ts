import { readLogProof, readPublicLog, revokeCredential, supersedeCredential } from '@libretto/contracts';
import { type Loader, NotFound, verify, watchLog } from '@libretto/credentials';
import { DataSource } from 'typeorm';
import { PublicLog1795783560000 as PublicLogOfMigrations } from '../../../../migrations/20261127T1246-public-log';
import { Transaction } from '../../../platform/database/transaction';
import { aPerson } from '../../../testing/fixtures';
import { awardsToIssue, issuedTo } from '../../../testing/issued-credential';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { AwardIssue } from '../award/award-issue.entity';
import { Credential } from '../award/credential.entity';
import { IssueAward } from '../issuing/jobs/issue-award.handler';
import { LogEntry } from '../log/log-entry.entity';
import { LogHead } from '../log/log-head.entity';
import { appendToLog } from '../log/append-to-log';
import { LogOpening } from '../log/log-opening.entity';

const ana = { givenName: 'Ana', familyName: 'Kovač', birthDate: '1988-04-12' };

/** Participants who have met every requirement, and whose awards wait to be issued. */
async function queued(app: TestApp, many: number): Promise<string[]> {
  const { participants } = await awardsToIssue(app, many, ana);
  const ids = participants.map(({ enrolment }) => enrolment.id);
  for (const enrolmentId of ids)
    expect(await app.rows(AwardIssue, { enrolmentId })).toMatchObject([{ state: 'queued' }]);
  return ids;
}

/** Without the jobs that print its documents: the log has nothing of them. */
async function issued(app: TestApp) {
  const [enrolmentId] = (await queued(app, 1)) as [string];
  await app.get(IssueAward).run({ enrolmentId });
  const { award, credential } = await issuedTo(app, enrolmentId);
  return { award, credential, params: { publicId: award.publicId } };
}

/** Fetches from the application as somebody elsewhere would. */
const from =
  (app: TestApp): Loader =>
  async (url) => {
    const reply = await app.nest.inject({ url: new URL(url).pathname, headers: { accept: 'application/vc' } });
    expect(reply.headers['access-control-allow-origin']).toBe('*');
    if (reply.statusCode === 404) throw new NotFound(url);
    return new Uint8Array(reply.rawPayload);
  };

describeOnEachDatabase('the public log', (app) => {
  const get = (url: string) => app().nest.inject({ url });
  const watch = (kept?: string) =>
    watchLog(`${app().config.publicUrl}/log`, { loader: from(app()), now: app().clock.now(), kept });
  const registrar = async () => (await aPerson(app(), { organisation: 'registrar' })).caller;
  const openingsOf = async (credentialId: string) =>
    (await app().rows(LogOpening, { credentialId })).map(({ kind }) => kind);
  const logOf = async (signed: object) => {
    const options = { loader: from(app()), now: app().clock.now() };
    const { checks } = await verify(JSON.stringify(signed), options);
    return checks.find(({ name }) => name === 'log');
  };

  it('is there before anything was issued', async () => {
    expect(await watch()).toMatchObject({ found: 'first', size: 0 });
    expect((await get('/log/tile/0/000.p/1')).statusCode).toBe(404);
  });

  it('has a credential as soon as it is issued, and says so to whoever verifies it', async () => {
    const { credential, params } = await issued(app());
    const { size } = (await app().visitor().call(readPublicLog, {})).body;
    expect(await logOf(credential.signed)).toMatchObject({
      ...{ outcome: 'passed', code: 'listed' },
      data: { entry: size, size, since: credential.issuedAt.toISOString() },
    });
    const proof = await app().visitor().call(readLogProof, { params });
    expect(proof.headers['content-disposition']).toContain('.tlog-proof');
    expect(String(proof.body)).toMatch(/^c2sp\.org\/tlog-proof@v1\nextra /);
    expect(
      (
        await app()
          .visitor()
          .call(readLogProof, { params: { publicId: '0'.repeat(26) } })
      ).status,
    ).toBe(404);
  });

  it('tells once that one was replaced and one revoked, and nothing where that was refused', async () => {
    const { award, credential } = await issued(app());
    const by = await registrar();
    const correction = { ...ana, familyName: 'Kovačić', reason: 'A letter was missing.' };
    const replace = (credentialId: string) =>
      by.call(supersedeCredential, { params: { credentialId }, body: correction });
    expect((await replace(credential.id)).status).toBe(204);
    expect((await replace(credential.id)).body.code).toBe('credentials.not-valid');
    const [next] = await app().rows(Credential, { awardId: award.id, number: 2 });
    const revoke = () => by.call(revokeCredential, { params: { credentialId: next!.id }, body: { reason: 'No.' } });
    expect((await revoke()).status).toBe(204);
    expect((await revoke()).status).toBe(409);
    expect((await openingsOf(credential.id)).sort()).toEqual(['issued', 'superseded']);
    expect((await openingsOf(next!.id)).sort()).toEqual(['issued', 'revoked']);
    expect(await logOf(next!.signed)).toMatchObject({ outcome: 'passed' });
    expect(await logOf(credential.signed)).toMatchObject({ outcome: 'not-checked', code: 'other-credential' });
  });

  it('has fifty that are issued at once, each by two runs, once each and without a gap', async () => {
    const before = (await app().rows(LogEntry)).length;
    const first = await watch();
    const ids = await queued(app(), 50);
    await Promise.all([...ids, ...ids].map((enrolmentId) => app().get(IssueAward).run({ enrolmentId })));
    for (const enrolmentId of ids) {
      const { credential } = await issuedTo(app(), enrolmentId);
      expect(await openingsOf(credential.id)).toEqual(['issued']);
    }
    const numbers = (await app().rows(LogEntry)).map(({ number }) => number).sort((one, other) => one - other);
    expect(numbers).toEqual(Array.from({ length: before + 50 }, (_, at) => at));
    expect(await app().rows(LogHead)).toMatchObject([{ size: before + 50 }]);
    expect(await watch('note' in first ? first.note : undefined)).toMatchObject({
      ...{ found: 'grown', size: before + 50, before },
    });
  });

  it('has what is corrected, revoked and issued at the same time, each as it came out', async () => {
    const ended = [];
    for (let at = 0; at < 8; at += 1) ended.push(await issued(app()));
    const [by, first, ids] = [await registrar(), await watch(), await queued(app(), 8)];
    const before = (await app().rows(LogEntry)).length;
    const body = { ...ana, familyName: 'Kovačić', reason: 'A letter was missing.' };
    await Promise.all([
      ...ended.flatMap(({ credential: { id: credentialId } }) => [
        by.call(supersedeCredential, { params: { credentialId }, body }),
        by.call(revokeCredential, { params: { credentialId }, body: { reason: 'No.' } }),
      ]),
      ...ids.map((enrolmentId) => app().get(IssueAward).run({ enrolmentId })),
    ]);
    for (const { award } of ended)
      for (const { id, state } of await app().rows(Credential, { awardId: award.id }))
        expect((await openingsOf(id)).sort()).toEqual(state === 'valid' ? ['issued'] : ['issued', state].sort());
    const numbers = (await app().rows(LogEntry)).map(({ number }) => number).sort((one, other) => one - other);
    expect(numbers).toEqual(Array.from(numbers, (_, at) => at));
    // A correction has two entries, a revocation one.
    expect(numbers.length).toBeGreaterThanOrEqual(before + 16);
    expect(await watch('note' in first ? first.note : undefined)).toMatchObject({ found: 'grown', before });
  });

  it('keeps nothing of a change that failed, and goes on after it', async () => {
    const { credential } = await issued(app());
    const entries = await app().rows(LogEntry);
    const fails = app()
      .get(Transaction)
      .run(async (tx) => {
        await appendToLog(tx, [{ kind: 'revoked', credential, at: app().clock.now() }]);
        throw new Error('The process died.');
      });
    await expect(fails).rejects.toThrow('The process died.');
    expect(await app().rows(LogEntry)).toEqual(entries);
    await issued(app());
    expect(await watch()).toMatchObject({ found: 'first', size: entries.length + 1 });
  });

  it('goes on verifying when nobody can tell any more whom an entry is about', async () => {
    const { credential, params } = await issued(app());
    const before = await watch();
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.delete(LogOpening, { credentialId: credential.id }));
    await issued(app());
    expect(await watch('note' in before ? before.note : undefined)).toMatchObject({ found: 'grown' });
    expect((await app().visitor().call(readLogProof, { params })).status).toBe(404);
    const published = JSON.stringify(await app().rows(LogEntry));
    for (const known of [credential.id, credential.awardId, params.publicId]) expect(published).not.toContain(known);
  });

  it('is changed by nobody: the database refuses it', async () => {
    await issued(app());
    const change = (work: (tx: { manager: { query(sql: string): Promise<unknown> } }) => Promise<unknown>) =>
      app().get(Transaction).run(work);
    await expect(change((tx) => tx.manager.query(`UPDATE log_entry SET entry = 'x'`))).rejects.toThrow(/never changes/);
    await expect(change((tx) => tx.manager.query('DELETE FROM log_entry'))).rejects.toThrow(/never deleted/);
  });

  it('is begun by the migration with what was issued and ended before there was a log', async () => {
    const [kept, ended] = [await issued(app()), await issued(app())];
    const revocation = { params: { credentialId: ended.credential.id }, body: { reason: 'No.' } };
    expect((await (await registrar()).call(revokeCredential, revocation)).status).toBe(204);
    const runner = app().get(DataSource).createQueryRunner();
    const migration = new PublicLogOfMigrations();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    const all = await app().rows(Credential);
    const size = all.length + all.filter(({ state }) => state !== 'valid').length;
    expect(await watch()).toMatchObject({ found: 'first', size });
    expect((await openingsOf(ended.credential.id)).sort()).toEqual(['issued', 'revoked']);
    const since = kept.credential.issuedAt.toISOString();
    expect(await logOf(kept.credential.signed)).toMatchObject({ outcome: 'passed', data: { since } });
    await issued(app());
    expect(await watch()).toMatchObject({ found: 'first', size: size + 1 });
  });

  it('serves tiles that anybody may keep, as wide as the log and no wider', async () => {
    await issued(app());
    const size = (await app().rows(LogEntry)).length;
    for (const path of [`0/000.p/${size}`, '0/000.p/1', `entries/000.p/${size}`]) {
      const { statusCode, headers } = await get(`/log/tile/${path}`);
      expect([statusCode, headers['cache-control']]).toEqual([200, expect.stringContaining('immutable')]);
    }
    expect((await get(`/log/tile/0/000.p/${size}`)).rawPayload).toHaveLength(size * 32);
    expect((await get(`/log/tile/entries/000.p/${size}`)).rawPayload).toHaveLength(size * 34);
    for (const path of [`0/000.p/${size + 1}`, '0/000', '0/001', '1/000.p/1', 'entries/000', '0/0', '0/..%2f..', 'x'])
      expect((await get(`/log/tile/${path}`)).statusCode).toBe(404);
    expect((await get('/log/checkpoint')).headers).toMatchObject({
      ...{ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' },
    });
  });
});
