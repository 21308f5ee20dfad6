import { readSigningKeys, readTrustedIssuers, replaceSigningKey } from '@libretto/contracts';
import { verify } from '@libretto/credentials';
import { aPerson } from '../../../testing/fixtures';
import { fromElsewhere } from '../../../testing/from-elsewhere';
import { anIssuedCredential } from '../../../testing/issued-credential';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { Credential } from '../award/credential.entity';
import { SigningKey } from './signing-key.entity';

const ana = { givenName: 'Ana', familyName: 'Kovač', birthDate: '1988-04-12' };

describeOnEachDatabase('a signing key', (app) => {
  const registrar = async () =>
    (await aPerson(app(), { organisation: 'registrar' }, { givenName: 'Rita', familyName: 'Conti' })).caller;
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

  it('is the registrar’s to see and to replace', async () => {
    const { holder } = await anIssuedCredential(app(), ana);
    const coordinator = await aPerson(app(), { organisation: 'coordinator' });
    const [key] = await app().rows(SigningKey, { current: 'current' });
    for (const caller of [holder, coordinator.caller]) {
      expect((await caller.call(readSigningKeys)).status).toBe(403);
      expect((await caller.call(replaceSigningKey, { params: { keyId: key?.id ?? '' } })).status).toBe(403);
    }
    expect((await app().rows(SigningKey, { current: 'current' }))[0]?.id).toBe(key?.id);
  });
});
