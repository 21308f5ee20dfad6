import {
  readPublicCredential,
  readSigningKeys,
  readTrustedIssuers,
  replaceSigningKey,
  suspendCredential,
  withdrawSigningKey,
} from '@libretto/contracts';
import { verify } from '@libretto/credentials';
import { Transaction } from '../../../platform/database/transaction';
import { aPerson } from '../../../testing/fixtures';
import { fromElsewhere } from '../../../testing/from-elsewhere';
import { anIssuedCredential, awardsToIssue, issuedTo } from '../../../testing/issued-credential';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { Credential } from '../award/credential.entity';
import { CredentialSuspension } from '../award/credential-suspension.entity';
import { signAgain } from '../issuing/jobs/sign-again.job';
import { signAllAgain } from '../issuing/jobs/sign-all-again.job';
import { LogEntry } from '../log/log-entry.entity';
import { SigningKey } from './signing-key.entity';
import { StatusLists } from './status-lists';

const ana = { givenName: 'Ana', familyName: 'Kovač', birthDate: '1988-04-12' };

/** A credential without its place in the status lists and its proof. */
const said = (credential: Credential | undefined) => ({
  ...credential?.signed,
  credentialStatus: undefined,
  proof: undefined,
});

describeOnEachDatabase('a signing key', (app) => {
  const registrar = async () =>
    (await aPerson(app(), { organisation: 'registrar' }, { givenName: 'Rita', familyName: 'Conti' })).caller;
  const countingOnes = async (keyId: string) =>
    (await app().rows(Credential, { keyId })).filter(({ validFor }) => validFor !== null);
  const signerOfList = async (number: number, purpose: 'revocation' | 'suspension') =>
    JSON.stringify((await app().get(StatusLists).list(number, purpose))['proof']);
  const verdictOf = async ({ signed }: Credential) => {
    const { body } = await app().visitor().call(readTrustedIssuers, {});
    const around = { loader: fromElsewhere(app()), now: app().clock.now(), trusted: body.issuers };
    return (await verify(JSON.stringify(signed), around)).verdict;
  };

  it('is replaced: a new one signs from now on, and what the old one signed stays valid', async () => {
    const by = await registrar();
    const { credential: before } = await anIssuedCredential(app(), ana);
    const [old] = (await by.call(readSigningKeys)).body.items;
    expect(old).toMatchObject({ isCurrent: true, retired: null });
    expect(before.keyId).toBe(old?.id);
    const params = { keyId: old?.id ?? '' };
    expect((await by.call(replaceSigningKey, { params })).status).toBe(204);
    const { credential: after } = await anIssuedCredential(app(), ana);
    expect(after.keyId).not.toBe(before.keyId);
    const proof = JSON.stringify(after.signed['proof']);
    expect(proof).toContain(`#${after.keyId}`);
    expect([await verdictOf(before), await verdictOf(after)]).toEqual(['valid', 'valid']);
    const { items } = (await by.call(readSigningKeys)).body;
    const [newest, retired] = items;
    expect([newest?.id, newest?.isCurrent, newest?.signed, newest?.valid]).toEqual([after.keyId, true, 1, 1]);
    expect(retired).toMatchObject({
      id: old?.id,
      isCurrent: false,
      retired: { by: 'Rita Conti' },
      signed: old?.signed,
    });
    expect(JSON.stringify(items)).not.toContain('sealed');
    const [row] = await app().rows(SigningKey, { id: old?.id });
    expect(row?.sealedPrivateKey).toBe('');
  });

  it('is replaced once, however many ask at the same time, and refuses one that is not the current', async () => {
    const by = await registrar();
    await anIssuedCredential(app(), ana);
    const { items } = (await by.call(readSigningKeys)).body;
    const params = { keyId: items[0]?.id ?? '' };
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => by.call(replaceSigningKey, { params })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('credentials.key-not-current');
    expect(await app().rows(SigningKey, { current: 'current' })).toHaveLength(1);
    expect(await app().rows(SigningKey, {})).toHaveLength(items.length + 1);
  });

  it('is withdrawn when it is compromised: nothing that it signed is believed, and all that is valid is signed again', async () => {
    const by = await registrar();
    const [first, second] = [await anIssuedCredential(app(), ana), await anIssuedCredential(app(), ana)];
    const suspended = { credentialId: second.credential.id };
    await by.call(suspendCredential, { params: suspended, body: { reason: 'We look into it.' } });
    const params = { keyId: first.credential.keyId ?? '' };
    for (const purpose of ['revocation', 'suspension'] as const)
      expect(await signerOfList(first.credential.statusList, purpose)).toContain(params.keyId);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => by.call(withdrawSigningKey, { params, body: { reason: 'A stolen laptop.' } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('credentials.key-reported-already');
    expect(await verdictOf(first.credential)).toBe('unknown-issuer');
    // Lists of what is revoked are kept signed; those who ask for one get no signature of the withdrawn key.
    const [current] = await app().rows(SigningKey, { current: 'current' });
    for (const purpose of ['revocation', 'suspension'] as const)
      expect(await signerOfList(first.credential.statusList, purpose)).toContain(current?.id);
    const before = app().mails().length;
    const entries = (await app().rows(LogEntry, {})).length;
    const signedWith = await countingOnes(params.keyId);
    expect(await app().runJobs()).toEqual([]);

    expect(await countingOnes(params.keyId)).toEqual([]);
    const [again] = await app().rows(Credential, { validFor: first.award.id });
    expect(again).toMatchObject({ number: 2, state: 'valid', issuedAt: first.credential.issuedAt, correction: null });
    expect(await verdictOf(again as Credential)).toBe('valid');
    expect(said(again)).toEqual(said(first.credential));
    expect((await app().visitor().call(readPublicCredential, { params: first.params })).body).toMatchObject({
      state: 'valid',
      correctedAt: null,
    });
    const [still] = await app().rows(Credential, { validFor: second.award.id });
    expect(still?.state).toBe('suspended');
    expect(await app().rows(CredentialSuspension, { openFor: still?.id })).toMatchObject([{ credentialId: still?.id }]);
    expect((await app().rows(LogEntry, {})).length - entries).toBe(2 * signedWith.length);
    const told = app().mails().slice(before);
    expect(told.filter((mail) => mail.includes('Your credential was signed again'))).toHaveLength(signedWith.length);

    // Every job may run twice.
    await app()
      .get(Transaction)
      .run((tx) => tx.enqueue(signAllAgain, params));
    await app()
      .get(Transaction)
      .run((tx) => tx.enqueue(signAgain, { credentialId: first.credential.id }));
    expect(await app().runJobs()).toEqual([]);
    expect(await app().rows(Credential, { awardId: first.award.id })).toHaveLength(2);
    const [newest, withdrawn] = (await by.call(readSigningKeys)).body.items;
    expect(newest).toMatchObject({ isCurrent: true, compromised: null });
    expect(withdrawn).toMatchObject({
      id: params.keyId,
      valid: 0,
      compromised: { by: 'Rita Conti', reason: 'A stolen laptop.', left: 0 },
    });
  });

  it('signs nothing that is stored once it is withdrawn, even if the signature was made before', async () => {
    const by = await registrar();
    const { credential } = await anIssuedCredential(app(), ana);
    const params = { keyId: credential.keyId ?? '' };
    const course = await awardsToIssue(app(), 4, ana);
    const [, answer] = await Promise.all([
      app().runJobs(),
      by.call(withdrawSigningKey, { params, body: { reason: 'A stolen laptop.' } }),
    ]);
    expect(answer.status).toBe(204);
    for (let rounds = 0; rounds < 3; rounds += 1) await app().runJobs();
    for (const { enrolment } of course.participants) {
      const { award } = await issuedTo(app(), enrolment.id);
      const [valid] = await app().rows(Credential, { validFor: award.id });
      expect(await verdictOf(valid as Credential)).toBe('valid');
    }
  });

  it('is the registrar’s to see and to replace', async () => {
    const { holder } = await anIssuedCredential(app(), ana);
    const coordinator = await aPerson(app(), { organisation: 'coordinator' });
    const [key] = await app().rows(SigningKey, { current: 'current' });
    for (const caller of [holder, coordinator.caller]) {
      expect((await caller.call(readSigningKeys)).status).toBe(403);
      const params = { keyId: key?.id ?? '' };
      expect((await caller.call(replaceSigningKey, { params })).status).toBe(403);
      expect((await caller.call(withdrawSigningKey, { params, body: { reason: 'Stolen.' } })).status).toBe(403);
    }
    expect((await app().rows(SigningKey, { current: 'current' }))[0]?.id).toBe(key?.id);
  });
});
