import {
  mostAwardsAtOnce,
  readAward,
  readAwardChanges,
  reinstateCredential,
  revokeCredential,
  supersedeCredential,
  suspendCredential,
} from '@libretto/contracts';
import { Transaction } from '../platform/database/transaction';
import { aPerson } from './fixtures';
import { awardsToIssue, issuedTo } from './issued-credential';
import { describeOnEachDatabase } from './test-app';
import { Enrolment } from '../features/places/enrolment.entity';
import { Credential } from '../features/credentials/award/credential.entity';

const ana = { givenName: 'Ana', familyName: 'Kovač', birthDate: '1988-04-12' };
const why = { reason: 'The project work is being examined.' };

describeOnEachDatabase('a change of several awards', (app) => {
  const registrar = () => aPerson(app(), { organisation: 'registrar' });
  const issued = async (many: number) => {
    const { edition, participants } = await awardsToIssue(app(), many, ana);
    expect(await app().runJobs()).toEqual([]);
    const ids = participants.map(({ enrolment }) => enrolment.id);
    const credentials = await Promise.all(ids.map(async (id) => (await issuedTo(app(), id)).credential.id));
    return { edition, participants, ids, credentials };
  };

  it('says first what it would do to each, changes nothing by that, and is what the commands then do', async () => {
    const [{ caller: by }, { edition, ids, credentials }] = [await registrar(), await issued(4)];
    const of = (at: number) => ({ params: { credentialId: credentials[at] ?? '' }, body: why });
    await by.call(suspendCredential, of(1));
    await by.call(revokeCredential, of(2));
    const preview = async (change: 'suspend' | 'reinstate' | 'revoke' | 'retry', more: object = {}) => {
      const { status, body } = await by.call(readAwardChanges, { query: { change, edition: edition.id, ...more } });
      expect(status).toBe(200);
      return {
        ...body,
        why: ids.map((id) => body.items.find(({ row }) => row.enrolmentId === id)?.whyNot?.code ?? null),
      };
    };
    const [suspended, ended, valid] = [
      'credentials.is-suspended',
      'credentials.not-valid',
      'credentials.not-suspended',
    ];
    expect((await preview('suspend')).why).toEqual([null, suspended, ended, null]);
    expect((await preview('reinstate')).why).toEqual([valid, null, valid, valid]);
    expect((await preview('revoke')).why).toEqual([null, null, ended, null]);
    const nothing = 'credentials.nothing-to-retry';
    expect((await preview('retry')).why).toEqual([nothing, nothing, nothing, nothing]);

    const before = await app().rows(Credential, {});
    const some = await preview('revoke', { chosen: [ids[0], ids[2]].join() });
    expect(some.found).toBe(2);
    expect(some.items.map(({ row }) => row.enrolmentId).sort()).toEqual([ids[0], ids[2]].sort());
    expect((await preview('revoke', { state: 'suspended' })).items.map(({ row }) => row.enrolmentId)).toEqual([ids[1]]);
    expect((await preview('revoke', { q: 'nobody of this name' })).items).toEqual([]);
    expect(await app().rows(Credential, {})).toEqual(before);

    const planned = (await preview('revoke')).items;
    for (const { row, whyNot } of planned) {
      const { status, body } = await by.call(revokeCredential, {
        params: { credentialId: row.credential?.id ?? '' },
        body: why,
      });
      expect([status, status < 300 ? null : body.code]).toEqual(whyNot ? [409, whyNot.code] : [204, null]);
    }
  });

  it('reaches those who have not looked at their credential yet, and says where there is none', async () => {
    const [{ caller: by }, { edition, participants }] = [await registrar(), await awardsToIssue(app(), 2, ana)];
    const query = { edition: edition.id };
    const waiting = await by.call(readAwardChanges, { query: { ...query, change: 'revoke' } });
    expect(waiting.body.items.map(({ whyNot }) => whyNot?.code)).toEqual(
      participants.map(() => 'credentials.not-signed'),
    );
    expect(await app().runJobs()).toEqual([]);
    const { body } = await by.call(readAwardChanges, { query: { ...query, change: 'revoke' } });
    expect(body.items.map(({ whyNot }) => whyNot)).toEqual([null, null]);
  });

  it('costs as many statements for many as for one, and shows at most so many in one go', async () => {
    const { caller: by } = await registrar();
    const costs = [];
    for (const { edition } of [await awardsToIssue(app(), 1, ana), await awardsToIssue(app(), 12, ana)]) {
      const { statements } = await by.call(readAwardChanges, { query: { change: 'revoke', edition: edition.id } });
      costs.push(statements);
    }
    expect(costs[1]).toBe(costs[0]);
    expect(costs[0]).toBeLessThanOrEqual(8);
    expect(mostAwardsAtOnce).toBeGreaterThan(50);
  });

  it('is refused for one’s own award, by the preview and by each command', async () => {
    const [{ caller: by, account }, { edition, ids, credentials }] = [await registrar(), await issued(2)];
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Enrolment, { id: ids[0] ?? '' }, { accountId: account.id }));
    const { body } = await by.call(readAwardChanges, { query: { change: 'revoke', edition: edition.id } });
    expect(Object.fromEntries(body.items.map(({ row, whyNot }) => [row.enrolmentId, whyNot?.code ?? null]))).toEqual({
      [ids[0] ?? '']: 'credentials.is-own',
      [ids[1] ?? '']: null,
    });
    const params = { credentialId: credentials[0] ?? '' };
    for (const route of [suspendCredential, reinstateCredential, revokeCredential])
      expect((await by.call(route, { params, body: why })).body.code).toBe('credentials.is-own');
    const corrected = { ...ana, familyName: 'Kovačić', ...why };
    expect((await by.call(supersedeCredential, { params, body: corrected })).body.code).toBe('credentials.is-own');
    const file = await by.call(readAward, { params: { enrolmentId: ids[0] ?? '' } });
    expect(file.body).toMatchObject({
      isOwn: true,
      can: { suspend: false, reinstate: false, revoke: false, supersede: false },
    });
    expect(await app().rows(Credential, { id: credentials[0] ?? '' })).toMatchObject([{ state: 'valid' }]);
  });

  it('is the registrar’s to look at, and takes only what it knows', async () => {
    const { edition, participants } = await awardsToIssue(app(), 1, ana);
    const coordinator = await aPerson(app(), { organisation: 'coordinator' });
    const query = { change: 'revoke', edition: edition.id } as const;
    for (const caller of [participants[0]?.caller, coordinator.caller])
      expect((await caller?.call(readAwardChanges, { query }))?.status).toBe(403);
    const { caller: by } = await registrar();
    for (const wrong of [{ change: 'delete' }, { chosen: "' OR 1=1" }, { chosen: 'x,'.repeat(4000) }])
      expect((await by.call(readAwardChanges, { query: { ...query, ...wrong } as typeof query })).status).toBe(422);
  });
});
