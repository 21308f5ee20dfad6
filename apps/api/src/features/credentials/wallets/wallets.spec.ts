import {
  addressOf,
  askTogether,
  offerToWallet,
  readEdition,
  readMe,
  readMyCredential,
  readShareLinks,
  readTrustedIssuers,
  readWallets,
  reinstateCredential,
  revokeCredential,
  supersedeCredential,
  suspendCredential,
  withdrawSigningKey,
} from '@libretto/contracts';
import { type Loader, NotFound, verify } from '@libretto/credentials';
import { mostAnswers, mostTries } from '@libretto/domain';
import { Transaction } from '../../../platform/database/transaction';
import { aCourse } from '../../../testing/course';
import { aPerson } from '../../../testing/fixtures';
import { anIssuedCredential } from '../../../testing/issued-credential';
import { type Caller, describeOnEachDatabase } from '../../../testing/test-app';
import { AccountLeaves } from '../../accounts';
import { CredentialsPersonalData } from '../holder/credentials-personal-data';
import { aWalletKey, configuration, WalletAtWork } from '../../../testing/wallet-at-work';
import { KeyRing } from '../signing/key-ring';
import { WalletCopy } from './wallet-copy.entity';
import { WalletOffer } from './wallet-offer.entity';

const ana = { givenName: 'Ana', familyName: 'Kovač', birthDate: '1988-04-12' };
const monday = new Date('2026-11-23T09:00:00Z');
const minutes = (count: number) => new Date(monday.getTime() + count * 60_000);

describeOnEachDatabase('a credential in a wallet', (app) => {
  let wallet: WalletAtWork;
  beforeAll(async () => {
    wallet = await WalletAtWork.at(app());
  });
  beforeEach(() => {
    app().clock.set(monday);
    wallet.now = monday;
  });
  const registrar = async () => (await aPerson(app(), { organisation: 'registrar' })).caller;
  const walletsOf = async (holder: Caller, editionId: string) =>
    (await holder.call(readWallets, { params: { editionId } })).body;
  async function anOffer() {
    const issued = await anIssuedCredential(app(), ana);
    const { status, body } = await issued.holder.call(offerToWallet, { params: { editionId: issued.editionId } });
    expect(status).toBe(201);
    return { ...issued, ...body };
  }
  async function aCopy() {
    const offered = await anOffer();
    const token = await wallet.token(offered.link, offered.transactionCode);
    const { copies, notificationId } = await wallet.fetchCopies(offered.link, token, [await aWalletKey()]);
    return { ...offered, token, copy: copies[0]!, notificationId };
  }
  /** Posts as a wallet would that does not keep to the protocol. */
  const post = async (path: string, body: unknown, token?: string) => {
    const isForm = body instanceof URLSearchParams;
    const reply = await wallet.fetch(`${app().config.publicUrl}${path}`, {
      method: 'POST',
      headers: {
        ...(!isForm && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: isForm ? body : JSON.stringify(body),
    });
    const text = await reply.text();
    return { status: reply.status, error: text ? (JSON.parse(text) as { error?: string }).error : undefined };
  };
  const redeem = (code: string, transactionCode: string | undefined, parts: object = {}) =>
    post(
      '/wallet/token',
      new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:pre-authorized_code',
        'pre-authorized_code': code,
        ...(transactionCode !== undefined && { tx_code: transactionCode }),
        ...parts,
      }),
    );
  const codeIn = (link: string): string =>
    JSON.parse(new URL(link).searchParams.get('credential_offer')!).grants[
      'urn:ietf:params:oauth:grant-type:pre-authorized_code'
    ]['pre-authorized_code'];
  const loader: Loader = async (url) => {
    const reply = await wallet.fetch(url);
    if (reply.status === 404) throw new NotFound(url);
    expect(reply.headers.get('access-control-allow-origin')).toBe('*');
    return new Uint8Array(await reply.arrayBuffer());
  };
  const verified = async (text: string) => {
    const { body } = await app().visitor().call(readTrustedIssuers, {});
    return verify(text, { loader, now: app().clock.now(), trusted: body.issuers });
  };

  it.each(['ES256', 'EdDSA'])('is given to a key that signs with %s, and verified like any other', async (alg) => {
    const { link, transactionCode, holder, editionId } = await anOffer();
    const token = await wallet.token(link, transactionCode);
    const key = await aWalletKey(alg);
    const { copies, notificationId } = await wallet.fetchCopies(link, token, [key]);
    expect(copies).toHaveLength(1);
    const { verdict, checks, contents } = await verified(copies[0]!);
    expect(verdict).toBe('valid');
    expect(checks.filter(({ outcome }) => outcome !== 'passed').map(({ name }) => name)).toEqual([
      'binding',
      'contents',
    ]);
    expect(contents?.claims?.shown).toMatchObject({ family_name: 'Kovač', birth_date: '1988-04-12', result: 'Passed' });
    const payload = JSON.parse(Buffer.from(copies[0]!.split('.')[1]!, 'base64url').toString());
    expect(payload.cnf.jwk).toMatchObject({ x: key.publicJwk.x });
    expect(JSON.stringify(payload)).not.toMatch(/Kovač|1988/);

    const view = await walletsOf(holder, editionId);
    expect(view).toMatchObject({
      copies: [{ format: 'sd-jwt', keys: 1, state: 'given', madeAt: expect.stringContaining('2026-11-23T09:00') }],
      ...{ openUntil: null, can: { offer: true } },
    });
    for (const [event, state] of [
      ['credential_accepted', 'stored'],
      ['credential_accepted', 'stored'],
      ['credential_deleted', 'deleted'],
    ] as const) {
      await wallet.tell(link, token, notificationId, event);
      expect((await walletsOf(holder, editionId)).copies[0]?.state).toBe(state);
    }
  });

  it('is given once for each key of a batch, and not for more keys than are told', async () => {
    const { link, transactionCode, holder, editionId } = await anOffer();
    const token = await wallet.token(link, transactionCode);
    const keys = await Promise.all(Array.from({ length: 5 }, () => aWalletKey()));
    const { copies } = await wallet.fetchCopies(link, token, keys);
    expect(new Set(copies).size).toBe(5);
    expect((await walletsOf(holder, editionId)).copies[0]?.keys).toBe(5);
    await expect(wallet.fetchCopies(link, token, [...keys, await aWalletKey()])).rejects.toThrow();
  });

  it('tells at once that its credential was corrected, suspended, reinstated or revoked', async () => {
    const { copy, credential, holder, editionId } = await aCopy();
    expect((await verified(copy)).verdict).toBe('valid');
    const keeper = await registrar();
    const body = { ...ana, familyName: 'Kovačić', reason: 'A letter was missing.' };
    await keeper.call(supersedeCredential, { params: { credentialId: credential.id }, body });
    expect((await verified(copy)).verdict).toBe('revoked');
    expect((await holder.call(offerToWallet, { params: { editionId } })).status).toBe(201);
    const second = await aCopy();
    const params = { credentialId: second.credential.id };
    await keeper.call(suspendCredential, { params, body: { reason: 'Under review.' } });
    expect((await verified(second.copy)).verdict).toBe('suspended');
    await keeper.call(reinstateCredential, { params, body: { reason: 'Theirs after all.' } });
    expect((await verified(second.copy)).verdict).toBe('valid');
    await keeper.call(revokeCredential, { params, body: { reason: 'Not their work.' } });
    expect((await verified(second.copy)).verdict).toBe('revoked');
    const refused = await second.holder.call(offerToWallet, { params: { editionId: second.editionId } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'credentials.not-for-wallets' } });
  });

  it('is signed again if the key that signed it is withdrawn before it is given', async () => {
    const { link, transactionCode, credential } = await anOffer();
    const token = await wallet.token(link, transactionCode);
    const by = await registrar();
    const ring = app().get(KeyRing);
    const current = ring.current.bind(ring);
    jest.spyOn(ring, 'current').mockImplementationOnce(async () => {
      const key = await current();
      await by.call(withdrawSigningKey, { params: { keyId: key.id }, body: { reason: 'A stolen laptop.' } });
      return key;
    });
    const { copies } = await wallet.fetchCopies(link, token, [await aWalletKey()]);
    const { kid } = JSON.parse(Buffer.from(copies[0]!.split('.')[0]!, 'base64url').toString()) as { kid: string };
    expect(kid).toMatch(new RegExp(`#${(await current()).id}$`));
    expect(kid).not.toContain(credential.keyId);
    expect(await app().rows(WalletCopy, { credentialId: credential.id })).toHaveLength(1);
  });

  it('says what was corrected, if it is fetched afterwards, and nothing once it is revoked', async () => {
    const { link, transactionCode, credential, award } = await anOffer();
    const token = await wallet.token(link, transactionCode);
    const keeper = await registrar();
    const body = { ...ana, familyName: 'Kovačić', reason: 'A letter was missing.' };
    await keeper.call(supersedeCredential, { params: { credentialId: credential.id }, body });
    const { copies } = await wallet.fetchCopies(link, token, [await aWalletKey()]);
    expect((await verified(copies[0]!)).contents?.claims?.shown['family_name']).toBe('Kovačić');
    const [copy] = await app().rows(WalletCopy, { awardId: award.id });
    const params = { credentialId: copy!.credentialId };
    await keeper.call(revokeCredential, { params, body: { reason: 'Not their work.' } });
    const proofs = { jwt: [await wallet.proof(link, await aWalletKey(), await wallet.nonce(link))] };
    const asked = { credential_configuration_id: configuration, proofs };
    expect(await post('/wallet/credential', asked, token)).toEqual({ status: 400, error: 'credential_request_denied' });
  });

  it('is redeemed once, also with many at the same time', async () => {
    const { link, transactionCode, award } = await anOffer();
    const code = codeIn(link);
    const replies = await Promise.all(Array.from({ length: 8 }, () => redeem(code, transactionCode)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(400)]);
    expect(new Set(replies.map(({ error }) => error))).toEqual(new Set([undefined, 'invalid_grant']));
    const [offer] = await app().rows(WalletOffer, { awardId: award.id });
    expect(JSON.stringify(offer)).not.toContain(code);
    expect(JSON.stringify(offer)).not.toContain(`"${transactionCode}"`);
  });

  it('gives a few answers to one offer, also with many at the same time', async () => {
    const { link, transactionCode, award } = await anOffer();
    const token = await wallet.token(link, transactionCode);
    const keys = await Promise.all(Array.from({ length: 8 }, () => aWalletKey()));
    const all = await Promise.allSettled(keys.map((key) => wallet.fetchCopies(link, token, [key])));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(mostAnswers);
    expect(await app().rows(WalletCopy, { awardId: award.id })).toHaveLength(mostAnswers);
    // Nothing is verified and signed for it any more.
    expect(await post('/wallet/credential', {}, token)).toEqual({ status: 400, error: 'credential_request_denied' });
  });

  it('is offered as often as somebody has wallets, and not without end', async () => {
    const { holder, editionId, award } = await anOffer();
    const again = Array.from({ length: 20 }, () => holder.call(offerToWallet, { params: { editionId } }));
    const statuses = (await Promise.all(again)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([...Array<number>(19).fill(201), 429]);
    expect(await app().rows(WalletOffer, { awardId: award.id })).toHaveLength(1);
  });

  it('takes a key for the same however it is written, and signs it in its own way', async () => {
    const { link, transactionCode } = await anOffer();
    const token = await wallet.token(link, transactionCode);
    const key = await aWalletKey();
    const other = { ...key, publicJwk: { ...key.publicJwk, x: `${key.publicJwk.x}!` } };
    await expect(wallet.fetchCopies(link, token, [key, other])).rejects.toThrow();
    const { copies } = await wallet.fetchCopies(link, token, [other]);
    const payload = JSON.parse(Buffer.from(copies[0]!.split('.')[1]!, 'base64url').toString());
    expect(payload.cnf.jwk).toEqual(key.publicJwk);
  });

  it('lets nobody try transaction codes for long', async () => {
    const { link, transactionCode } = await anOffer();
    const wrong = transactionCode === '000000' ? '000001' : '000000';
    const tried = await Promise.all(Array.from({ length: mostTries }, () => redeem(codeIn(link), wrong)));
    expect(new Set(tried.map(({ error }) => error))).toEqual(new Set(['invalid_grant']));
    expect(await redeem(codeIn(link), transactionCode)).toEqual({ status: 400, error: 'invalid_grant' });
  });

  it('ends with its time, and with a newer offer', async () => {
    const first = await anOffer();
    const params = { editionId: first.editionId };
    expect((await walletsOf(first.holder, first.editionId)).openUntil).toContain('2026-11-23T09:10');
    const second = (await first.holder.call(offerToWallet, { params })).body;
    expect((await redeem(codeIn(first.link), first.transactionCode)).error).toBe('invalid_grant');
    app().clock.set(minutes(11));
    expect((await redeem(codeIn(second.link), second.transactionCode)).error).toBe('invalid_grant');
    expect((await walletsOf(first.holder, first.editionId)).openUntil).toBeNull();
    app().clock.set(monday);
    const token = await wallet.token(second.link, second.transactionCode);
    app().clock.set(minutes(11));
    expect(await post('/wallet/credential', {}, token)).toEqual({ status: 401, error: 'invalid_token' });
  });

  it.each<[string, string | undefined, object, string]>([
    ['an unknown code', '123456', { 'pre-authorized_code': 'x' }, 'invalid_grant'],
    ['no transaction code', undefined, {}, 'invalid_request'],
    ['another grant', '123456', { grant_type: 'authorization_code' }, 'unsupported_grant_type'],
    ['no grant', '123456', { grant_type: '' }, 'unsupported_grant_type'],
  ])('is not redeemed with %s', async (_, transactionCode, parts, error) => {
    const { link } = await anOffer();
    expect(await redeem(codeIn(link), transactionCode, parts)).toEqual({ status: 400, error });
  });

  it('is not given for a proof that proves nothing', async () => {
    const { link, transactionCode } = await anOffer();
    const token = await wallet.token(link, transactionCode);
    const [key, nonce] = [await aWalletKey(), await wallet.nonce(link)];
    const good = await wallet.proof(link, key, nonce);
    const ask = (proofs: unknown, parts: object = {}) =>
      post('/wallet/credential', { credential_configuration_id: configuration, proofs, ...parts }, token);
    const changed = (at: 0 | 1, change: object) => {
      const parts = good.split('.');
      const old = JSON.parse(Buffer.from(parts[at]!, 'base64url').toString());
      parts[at] = Buffer.from(JSON.stringify({ ...old, ...change })).toString('base64url');
      return parts.join('.');
    };
    const old = await wallet.proof(link, key, 'AAAA');
    wallet.now = minutes(-30);
    const late = await wallet.proof(link, key, nonce);
    for (const [proofs, error] of [
      [undefined, 'invalid_proof'],
      [{ jwt: [] }, 'invalid_proof'],
      [{ jwt: [good, good] }, 'invalid_proof'],
      [{ jwt: 'x' }, 'invalid_proof'],
      [{ jwt: [1] }, 'invalid_proof'],
      [{ jwt: ['x'.repeat(20_000)] }, 'invalid_proof'],
      [{ jwt: [changed(0, { alg: 'none' })] }, 'invalid_proof'],
      [{ jwt: [changed(0, { typ: 'JWT' })] }, 'invalid_proof'],
      [{ jwt: [changed(0, { jwk: (await aWalletKey()).publicJwk })] }, 'invalid_proof'],
      [{ jwt: [changed(0, { jwk: { ...key.publicJwk, d: 'x' } })] }, 'invalid_proof'],
      [{ jwt: [changed(0, { jwk: undefined, kid: 'did:web:a.example#1' })] }, 'invalid_proof'],
      [{ jwt: [changed(1, { aud: 'https://elsewhere.example' })] }, 'invalid_proof'],
      [{ jwt: [late] }, 'invalid_proof'],
      [{ jwt: [old] }, 'invalid_nonce'],
    ] as const)
      expect(await ask(proofs)).toEqual({ status: 400, error });
    for (const [parts, error] of [
      [{ credential_configuration_id: 'another' }, 'unknown_credential_configuration'],
      [{ credential_configuration_id: undefined }, 'invalid_credential_request'],
      [{ credential_response_encryption: {} }, 'invalid_encryption_parameters'],
    ] as const)
      expect(await ask({ jwt: [good] }, parts)).toEqual({ status: 400, error });
    app().clock.set(minutes(6));
    expect(await ask({ jwt: [good] })).toEqual({ status: 400, error: 'invalid_nonce' });
    app().clock.set(minutes(4));
    expect((await ask({ jwt: [good] })).status).toBe(200);
    expect(await post('/wallet/credential', {}, undefined)).toEqual({ status: 401, error: 'invalid_token' });
    expect(await post('/wallet/credential', {}, 'x')).toEqual({ status: 401, error: 'invalid_token' });
  });

  it('takes what a wallet tells of its own copies only', async () => {
    const [one, other] = [await aCopy(), await aCopy()];
    const tell = (asked: object, token = one.token) => post('/wallet/notification', asked, token);
    const event = 'credential_accepted';
    expect(await tell({ notification_id: one.notificationId, event }, other.token)).toEqual({
      ...{ status: 400, error: 'invalid_notification_id' },
    });
    expect((await tell({ notification_id: 'x', event })).error).toBe('invalid_notification_id');
    expect((await tell({ notification_id: one.notificationId, event: 'x' })).error).toBe(
      'invalid_notification_request',
    );
    expect((await tell({ event })).error).toBe('invalid_notification_request');
    expect((await tell({ notification_id: one.notificationId, event })).status).toBe(204);
  });

  it('is offered by its holder only', async () => {
    const { editionId } = await anIssuedCredential(app(), ana);
    const params = { editionId };
    const other = (await aPerson(app())).caller;
    for (const [by, status] of [
      [app().visitor(), 401],
      [other, 403],
      [await registrar(), 403],
    ] as const) {
      expect((await by.call(offerToWallet, { params })).status).toBe(status);
      expect((await by.call(readWallets, { params })).status).toBe(status);
    }
    const { edition, participants } = await aCourse(app(), 1);
    const without = await participants[0]!.caller.call(offerToWallet, { params: { editionId: edition.id } });
    expect(without.body).toMatchObject({ code: 'credentials.not-for-wallets' });
  });

  it('is read with the rest of its holder’s page in as many statements as a page may have', async () => {
    const { holder, editionId } = await aCopy();
    const routes = [readMe, readEdition, readMyCredential, readShareLinks, readWallets];
    const ask = routes.map((route) => addressOf(route, { params: { editionId } }));
    const { body, statements } = await holder.call(askTogether, { query: { ask } });
    expect(body.map(({ status }) => status)).toEqual(routes.map(() => 200));
    expect(statements).toBeLessThanOrEqual(8);
  });

  it('is told in the copy of personal data, and its traces go with the account', async () => {
    const { account, award } = await aCopy();
    const told = await app().get(CredentialsPersonalData).about([award.enrolmentId]);
    expect(told.awards[0]?.wallets).toEqual([{ format: 'sd-jwt', keys: 1, state: 'given', madeAt: expect.any(Date) }]);
    await app()
      .get(Transaction)
      .run((tx) => tx.publish(new AccountLeaves(account.id)));
    expect(await app().rows(WalletCopy, { awardId: award.id })).toEqual([]);
    expect(await app().rows(WalletOffer, { awardId: award.id })).toEqual([]);
  });

  it('goes with the account while a wallet fetches it', async () => {
    const fetching = async () => {
      const { link, transactionCode, account, award } = await anOffer();
      const token = await wallet.token(link, transactionCode);
      const proofs = { jwt: [await wallet.proof(link, await aWalletKey(), await wallet.nonce(link))] };
      const fetch = () => post('/wallet/credential', { credential_configuration_id: configuration, proofs }, token);
      const leave = () =>
        app()
          .get(Transaction)
          .run((tx) => tx.publish(new AccountLeaves(account.id)));
      return { fetch, leave, award };
    };
    const all = [await fetching(), await fetching(), await fetching(), await fetching()];
    await Promise.all(all.flatMap(({ fetch, leave }) => [fetch(), leave()]));
    for (const { award } of all) {
      expect(await app().rows(WalletCopy, { awardId: award.id })).toEqual([]);
      expect(await app().rows(WalletOffer, { awardId: award.id })).toEqual([]);
    }
  });

  it('is asked for from web pages of any site, without any cookie', async () => {
    const path = `${app().config.publicUrl}/wallet/credential`;
    const asked = await wallet.fetch(path, { method: 'OPTIONS', headers: { origin: 'https://wallet.example' } });
    expect([asked.status, asked.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'authorization, content-type',
    ]);
    const foreign = { method: 'POST', headers: { origin: 'https://wallet.example' } };
    const nonce = await wallet.fetch(`${app().config.publicUrl}/wallet/nonce`, foreign);
    expect([nonce.status, nonce.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect((await wallet.fetch(`${app().config.publicUrl}/api/sign-in`, foreign)).status).toBe(403);
  });
});
