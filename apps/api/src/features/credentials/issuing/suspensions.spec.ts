import {
  readAward,
  readAwards,
  readMyCredential,
  readPublicCredential,
  readTrustedIssuers,
  reinstateCredential,
  revokeCredential,
  supersedeCredential,
  suspendCredential,
} from '@libretto/contracts';
import { decodeStatusList, isSet, verify } from '@libretto/credentials';
import { Transaction } from '../../../platform/database/transaction';
import { fromElsewhere } from '../../../testing/from-elsewhere';
import { aPerson } from '../../../testing/fixtures';
import { anIssuedCredential } from '../../../testing/issued-credential';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { Credential } from '../award/credential.entity';
import { CredentialSuspension } from '../award/credential-suspension.entity';
import { TellOfSuspension } from '../holder/jobs/tell-of-suspension.handler';
import { LogOpening } from '../log/log-opening.entity';
import { StatusLists } from '../signing/status-lists';

const ana = { givenName: 'Ana', familyName: 'Kovač', birthDate: '1988-04-12' };
const why = { reason: 'The project work is being examined.' };

describeOnEachDatabase('a suspended credential', (app) => {
  const registrar = async () =>
    (await aPerson(app(), { organisation: 'registrar' }, { givenName: 'Rita', familyName: 'Conti' })).caller;
  const check = async (input: string) => {
    const { body } = await app().visitor().call(readTrustedIssuers, {});
    const around = { loader: fromElsewhere(app()), now: app().clock.now(), trusted: body.issuers };
    const { verdict, checks } = await verify(input, around);
    return { verdict, status: checks.find(({ name }) => name === 'status') };
  };
  const address = (publicId: string) => `${app().config.publicUrl}/credentials/${publicId}`;
  const standing = async (id: string) => (await app().rows(Credential, { id }))[0];
  const bitOf = async ({ statusIndex }: Credential, purpose: 'revocation' | 'suspension') => {
    const { credentialSubject } = await app().get(StatusLists).list(1, purpose);
    const { encodedList } = credentialSubject as { encodedList: string };
    return isSet(await decodeStatusList(encodedList), statusIndex);
  };

  it('says so at once to verifiers, readers and its holder, and is valid again when it is reinstated', async () => {
    const { award, credential, params, holder, editionId, account } = await anIssuedCredential(app(), ana);
    const [by, of] = [await registrar(), { params: { credentialId: credential.id } }];
    expect((await check(address(award.publicId))).verdict).toBe('valid');
    expect((await by.call(suspendCredential, { ...of, body: why })).status).toBe(204);

    const { body: shown } = await app().visitor().call(readPublicCredential, { params });
    expect(shown).toMatchObject({ state: 'suspended', suspendedAt: expect.any(String), endedAt: null });
    for (const input of [address(award.publicId), JSON.stringify(credential.signed)])
      expect(await check(input)).toMatchObject({
        ...{ verdict: 'suspended', status: { code: 'suspended', data: { since: shown.suspendedAt } } },
      });
    expect([await bitOf(credential, 'revocation'), await bitOf(credential, 'suspension')]).toEqual([false, true]);
    const mine = await holder.call(readMyCredential, { params: { editionId } });
    expect(mine.body.credential).toMatchObject({ state: 'suspended', suspended: { since: shown.suspendedAt, ...why } });

    const lifted = { reason: 'It is their own.' };
    expect((await by.call(reinstateCredential, { ...of, body: lifted })).status).toBe(204);
    expect((await check(JSON.stringify(credential.signed))).verdict).toBe('valid');
    expect(await bitOf(credential, 'suspension')).toBe(false);
    expect((await holder.call(readMyCredential, { params: { editionId } })).body.credential).toMatchObject({
      ...{ state: 'valid', suspended: null, hasDocument: true },
    });
    expect(await app().runJobs()).toEqual([]);
    const [suspension] = await app().rows(CredentialSuspension, { credentialId: credential.id });
    await app()
      .get(TellOfSuspension)
      .run({ suspensionId: suspension?.id ?? '', what: 'suspended' });
    const told = app()
      .mails()
      .filter((mail) => mail.includes(`To: ${account.email}`));
    expect(told.filter((mail) => /Subject: Your credential was suspended/.test(mail))).toHaveLength(1);
    expect(told.filter((mail) => /Subject: Your credential is valid again/.test(mail))).toHaveLength(1);

    const file = await by.call(readAward, { params: { enrolmentId: award.enrolmentId } });
    expect(file.body.suspensions).toMatchObject([
      { number: 1, by: 'Rita Conti', ...why, lifted: { by: 'Rita Conti', ...lifted } },
    ]);
    // The log tells what is for good: nothing of this is left in it.
    expect(await app().rows(LogOpening, { credentialId: credential.id })).toMatchObject([{ kind: 'issued' }]);
  });

  it('can be revoked, which ends its suspension, and neither corrected nor suspended again', async () => {
    const { award, credential } = await anIssuedCredential(app(), ana);
    const [by, of] = [await registrar(), { params: { credentialId: credential.id } }];
    expect((await by.call(reinstateCredential, { ...of, body: why })).body.code).toBe('credentials.not-suspended');
    await by.call(suspendCredential, { ...of, body: why });
    expect((await by.call(suspendCredential, { ...of, body: why })).body.code).toBe('credentials.is-suspended');
    const corrected = { ...ana, familyName: 'Kovačić', ...why };
    expect((await by.call(supersedeCredential, { ...of, body: corrected })).body.code).toBe('credentials.is-suspended');
    const read = async () => (await by.call(readAward, { params: { enrolmentId: award.enrolmentId } })).body;
    expect((await read()).can).toEqual({
      ...{ retry: false, approve: false, suspend: false, reinstate: true, revoke: true, supersede: false },
    });
    expect((await by.call(revokeCredential, { ...of, body: { reason: 'Not their work.' } })).status).toBe(204);
    expect(await check(address(award.publicId))).toMatchObject({ verdict: 'revoked' });
    expect([await bitOf(credential, 'revocation'), await bitOf(credential, 'suspension')]).toEqual([true, true]);
    for (const route of [suspendCredential, reinstateCredential])
      expect((await by.call(route, { ...of, body: why })).status).toBe(409);
    expect(await read()).toMatchObject({
      can: { suspend: false, reinstate: false, revoke: false },
      suspensions: [{ lifted: { reason: 'Not their work.' } }],
    });
  });

  it('is listed and counted as such, with the time of its suspension', async () => {
    const { award, credential, editionId } = await anIssuedCredential(app(), ana);
    const by = await registrar();
    const before = app().clock.now();
    await by.call(suspendCredential, { params: { credentialId: credential.id }, body: why });
    const ask = (state: 'suspended' | 'issued') => by.call(readAwards, { query: { edition: editionId, state } });
    const { body } = await ask('suspended');
    expect(body.items).toMatchObject([{ enrolmentId: award.enrolmentId, credential: { state: 'suspended' } }]);
    expect(new Date(body.items[0]?.changedAt ?? 0).getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(body.counts).toMatchObject({ issued: 0, suspended: 1, revoked: 0 });
    expect((await ask('issued')).body.items).toEqual([]);
  });

  it('was signed with a list of suspensions: an older one is signed anew first, as it is', async () => {
    const { award, credential } = await anIssuedCredential(app(), ana);
    const older = { suspensionList: null };
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Credential, { id: credential.id }, older));
    const [by, of] = [await registrar(), { params: { credentialId: credential.id } }];
    expect((await by.call(suspendCredential, { ...of, body: why })).body.code).toBe(
      'credentials.signed-before-suspensions',
    );
    const read = async () => (await by.call(readAward, { params: { enrolmentId: award.enrolmentId } })).body;
    expect(await read()).toMatchObject({ can: { suspend: false }, credentials: [{ namesSuspensions: false }] });
    expect((await by.call(supersedeCredential, { ...of, body: { ...ana, ...why } })).status).toBe(204);
    const [newest] = (await read()).credentials;
    expect(newest).toMatchObject({ number: 2, state: 'valid', namesSuspensions: true });
    const next = { params: { credentialId: newest?.id ?? '' } };
    expect((await by.call(supersedeCredential, { ...next, body: { ...ana, ...why } })).body.code).toBe(
      'credentials.nothing-corrected',
    );
    expect((await by.call(suspendCredential, { ...next, body: why })).status).toBe(204);
    expect((await check(address(award.publicId))).verdict).toBe('suspended');
    // Who has the earlier file hears that it was replaced, not that it was revoked.
    expect((await check(JSON.stringify(credential.signed))).verdict).toBe('superseded');
  });

  it('is answered for to whoever read it as suspended just before its suspension is lifted', async () => {
    const { award, credential, params } = await anIssuedCredential(app(), ana);
    // As a reader meets it between the two.
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Credential, { id: credential.id }, { state: 'suspended' }));
    const shown = await app().visitor().call(readPublicCredential, { params });
    expect([shown.status, shown.body.suspendedAt]).toEqual([200, null]);
    const answer = await app().nest.inject({
      url: `/credentials/${award.publicId}/status?index=${credential.statusIndex}`,
    });
    expect([answer.statusCode, answer.json()]).toEqual([200, { state: 'suspended' }]);
  });

  it('is suspended once and comes out as one of its states, however many change it at once', async () => {
    const credentials = await Promise.all([1, 2, 3].map(() => anIssuedCredential(app(), ana)));
    const by = await registrar();
    for (const { credential } of credentials) {
      const of = { params: { credentialId: credential.id } };
      const answers = await Promise.all([
        ...Array.from({ length: 8 }, () => by.call(suspendCredential, { ...of, body: why })),
        ...Array.from({ length: 4 }, () => by.call(reinstateCredential, { ...of, body: why })),
        by.call(supersedeCredential, { ...of, body: { ...ana, familyName: 'Kovačić', ...why } }),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => ![204, 409].includes(status))).toEqual([]);
      const suspensions = await app().rows(CredentialSuspension, { credentialId: credential.id });
      const open = suspensions.filter(({ openFor }) => openFor !== null);
      const state = (await standing(credential.id))?.state;
      expect(open).toHaveLength(state === 'suspended' ? 1 : 0);
      expect(await bitOf(credential, 'suspension')).toBe(state !== 'valid');
    }
  });

  it('is the registrar’s to make: others are refused', async () => {
    const { credential, holder } = await anIssuedCredential(app(), ana);
    const of = { params: { credentialId: credential.id }, body: why };
    for (const { caller } of [{ caller: holder }, await aPerson(app(), { organisation: 'coordinator' })])
      for (const route of [suspendCredential, reinstateCredential])
        expect((await caller.call(route, of)).status).toBe(403);
    expect((await app().visitor().call(suspendCredential, of)).status).toBe(401);
    expect((await standing(credential.id))?.state).toBe('valid');
  });
});
