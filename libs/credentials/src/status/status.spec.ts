import { anAwardRecord, anIssue } from '../testing/award-record.builder';
import { buildCredential } from '../award/build-credential';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import type { Json, JsonObject } from '../platform/json';
import { buildStatusList, encodeStatusList } from './status-list';
import { verify } from '../verification/verify';

const now = new Date('2026-11-23T10:00:00Z');
const issuer = new IssuerAtWork();
const list = (number: number) => `${issuer.origin}/status-lists/${number}`;
const entry = (number: number, index: Json, statusPurpose = 'revocation', parts: JsonObject = {}): JsonObject => ({
  type: 'BitstringStatusListEntry',
  statusPurpose,
  statusListIndex: index,
  statusListCredential: list(number),
  ...parts,
});

async function statusOf(credentialStatus: Json) {
  const credential = await issuer.sign({ ...buildCredential(anAwardRecord(), anIssue()), credentialStatus });
  const { verdict, checks } = await verify(credential, { loader: issuer.loader, now, trusted: issuer.trusted });
  return [verdict, checks.find(({ name }) => name === 'status')?.code];
}

/** A list in which 7 is set, unlike the list of a correct issuer. */
async function publish(number: number, parts: JsonObject, subject: JsonObject = {}) {
  const sound = await buildStatusList({
    id: list(number),
    issuer: issuer.did,
    validFrom: '2026-11-20T10:00:00Z',
    purpose: 'revocation',
    marked: [7],
  });
  await issuer.publish({
    ...sound,
    ...parts,
    credentialSubject: { ...(sound['credentialSubject'] as JsonObject), ...subject },
  });
}

beforeAll(async () => {
  await publish(1, {});
  await publish(2, {}, { statusPurpose: 'suspension' });
  await publish(3, {}, { statusPurpose: ['revocation', 'suspension'] });
});

describe('a status list', () => {
  it.each<[string, JsonObject, JsonObject | undefined, string]>([
    ['that has ended', { validUntil: '2026-11-22T00:00:00Z' }, undefined, 'list-ended'],
    ['that has not begun', { validFrom: '2099-01-01T00:00:00Z' }, undefined, 'list-ended'],
    ['for another purpose', {}, { statusPurpose: 'suspension' }, 'list-other-purpose'],
    ['that is none', { type: ['VerifiableCredential'] }, undefined, 'list-damaged'],
    ['that does not unpack', {}, { encodedList: 'unonsense' }, 'list-damaged'],
    ['under another name', { id: `${issuer.origin}/status-lists/other` }, undefined, 'list-other-issuer'],
  ])('%s is not taken', async (_, parts, subject, code) => {
    await publish(9, parts, subject);
    const signed = issuer.web.get(String(parts['id'] ?? list(9)));
    issuer.web.set(list(9), signed);
    expect(await statusOf(entry(9, '5'))).toEqual(['unconfirmed', code]);
  });

  it('with fewer entries than a crowd is not taken', async () => {
    await publish(9, {}, { encodedList: await encodeStatusList([], 1024) });
    expect(await statusOf(entry(9, '5'))).toEqual(['unconfirmed', 'list-too-short']);
  });

  it('that is not signed, or by a key that was revoked, is not taken', async () => {
    await publish(9, {});
    const { proof: _, ...unsigned } = issuer.web.get(list(9)) as JsonObject;
    issuer.web.set(list(9), unsigned);
    expect(await statusOf(entry(9, '5'))).toEqual(['unconfirmed', 'list-not-signed']);
  });

  it('that hides its own end is not taken', async () => {
    await publish(9, { validUntil: '2026-11-22T00:00:00Z' });
    const { validUntil, ...hidden } = issuer.web.get(list(9)) as JsonObject;
    issuer.web.set(list(9), { ...hidden, 'https://www.w3.org/2018/credentials#validUntil': validUntil });
    expect(await statusOf(entry(9, '5'))).toEqual(['unconfirmed', 'list-not-signed']);
  });
});

describe('an entry', () => {
  it.each(['', '1e1', ' 7', '07', '+7', '-1', '7.0', '0x7', '131072', '99999999999999999999', 7])(
    'with the index %j is not looked up',
    async (index) => {
      expect(await statusOf(entry(1, index))).toEqual(['unconfirmed', 'no-index']);
    },
  );

  it.each<[string, Json, string, string]>([
    ['revoked', entry(1, '7'), 'revoked', 'revoked'],
    ['suspended', entry(2, '7', 'suspension'), 'suspended', 'suspended'],
    ['suspended, in a list for both', entry(3, '7', 'suspension'), 'suspended', 'suspended'],
    ['in force', entry(1, '8'), 'valid', 'in-force'],
    ['in force twice', [entry(1, '8'), entry(2, '8', 'suspension')], 'valid', 'in-force'],
    ['in force and suspended', [entry(1, '8'), entry(2, '7', 'suspension')], 'suspended', 'suspended'],
    ['suspended and revoked', [entry(2, '7', 'suspension'), entry(1, '7')], 'revoked', 'revoked'],
    ['in force and of an unknown kind', [entry(1, '8'), entry(1, '8', 'message')], 'unconfirmed', 'other-kind'],
    ['of an unknown kind and revoked', [entry(1, '8', 'message'), entry(1, '7')], 'revoked', 'revoked'],
    ['of several bits', entry(1, '8', 'revocation', { statusSize: 2 }), 'unconfirmed', 'other-kind'],
    ['in a list that is not there', [entry(1, '8'), entry(44, '8')], 'unconfirmed', 'unreachable'],
    ['none', [], 'valid', 'without-list'],
  ])('%s', async (_, status, verdict, code) => {
    expect(await statusOf(status)).toEqual([verdict, code]);
  });
});
