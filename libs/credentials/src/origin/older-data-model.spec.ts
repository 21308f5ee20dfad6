import { utf8 } from '../platform/encoding';
import type { JsonObject } from '../platform/json';
import { OtherIssuer } from '../testing/other-issuer.builder';
import { encodeStatusList } from '../status/status-list';
import { verify } from '../verification/verify';

const now = new Date('2026-11-23T10:00:00Z');
const list = 'https://school.example/status/1';

const badge = (parts: JsonObject = {}): JsonObject => ({
  id: 'urn:uuid:0d9c8a5e-4f0a-4a53-9f0d-7a4f0c1b2d3e',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Cataloguing',
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:bd6d9316-f7ae-4073-a1e5-2f7f5bd22922',
      type: ['Achievement'],
      name: 'Cataloguing',
      description: 'Describes books.',
      criteria: { narrative: 'An examination' },
    },
  },
  ...parts,
});
const entry = (index: number): JsonObject => ({
  credentialStatus: {
    id: `${list}#${index}`,
    type: 'StatusList2021Entry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: list,
  },
});

describe('a credential of version 1.1 of the data model', () => {
  let issuer: OtherIssuer;
  let signedList: JsonObject;
  beforeAll(async () => {
    issuer = await OtherIssuer.with('eddsa-rdfc-2022');
    signedList = await issuer.signOlder({
      id: list,
      type: ['VerifiableCredential', 'StatusList2021Credential'],
      credentialSubject: {
        id: `${list}#list`,
        type: 'StatusList2021',
        statusPurpose: 'revocation',
        encodedList: (await encodeStatusList([7])).slice(1),
      },
    });
  });
  const verifyNow = (input: JsonObject, served = signedList) =>
    verify(input, {
      loader: (url) => (url === list ? Promise.resolve(utf8(JSON.stringify(served))) : Promise.reject(new Error(url))),
      now,
    });

  it('is verified, with its dates', async () => {
    const { verdict, checks, contents } = await verifyNow(
      await issuer.signOlder(badge({ expirationDate: '2027-01-01T00:00:00Z' })),
    );
    expect([verdict, contents?.validFrom, contents?.title]).toEqual([
      'unlisted',
      '2026-01-01T00:00:00Z',
      'Cataloguing',
    ]);
    expect(checks.find(({ name }) => name === 'dates')?.code).toBe('current');
  });

  it('is over, or not yet valid, as its dates say', async () => {
    const over = await issuer.signOlder(badge({ expirationDate: '2026-02-01T00:00:00Z' }));
    const early = await issuer.signOlder(badge({ issuanceDate: '2026-12-01T00:00:00Z' }));
    expect([(await verifyNow(over)).verdict, (await verifyNow(early)).verdict]).toEqual(['expired', 'not-yet-valid']);
  });

  it.each([
    ['another name', { name: 'Surgery' }],
    ['a later end', { expirationDate: '2036-01-01T00:00:00Z' }],
  ])('is altered with %s', async (_, part) => {
    expect((await verifyNow({ ...(await issuer.signOlder(badge())), ...part })).verdict).toBe('altered');
  });

  it('is in force or revoked, as a list of its own kind says', async () => {
    const verdicts = [6, 7].map(
      async (index) => (await verifyNow(await issuer.signOlder(badge(entry(index))))).verdict,
    );
    expect(await Promise.all(verdicts)).toEqual(['unlisted', 'revoked']);
  });

  it('is not confirmed where the list is not the issuer’s', async () => {
    const stranger = await OtherIssuer.with('eddsa-rdfc-2022');
    const { proof: _, issuer: __, ...document } = signedList;
    const { verdict, checks } = await verifyNow(
      await issuer.signOlder(badge(entry(7))),
      await stranger.signOlder(document),
    );
    expect([verdict, checks.find(({ name }) => name === 'status')?.code]).toEqual(['unconfirmed', 'list-other-issuer']);
  });
});
