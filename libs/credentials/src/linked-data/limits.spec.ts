import { anAwardRecord, anIssue } from '../testing/award-record.builder';
import { buildCredential } from '../award/build-credential';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import type { Json, JsonObject } from '../platform/json';
import { isTooLarge } from './limits';
import { verify } from '../verification/verify';

const now = new Date('2026-11-23T10:00:00Z');
const issuer = new IssuerAtWork();
const times = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index));
const found = async (credential: JsonObject) => {
  const { verdict, checks } = await verify(credential, { loader: issuer.loader, now, trusted: issuer.trusted });
  return [verdict, checks[0]?.code];
};
const profile = (deep: number): JsonObject => ({
  type: ['Profile'],
  ...(deep > 0 && { parentOrg: profile(deep - 1) }),
});
const tree = (deep: number): JsonObject => ({
  type: ['Profile'],
  ...(deep > 0 && { parentOrg: [tree(deep - 1), tree(deep - 1)] }),
});

const badge = buildCredential(anAwardRecord(), anIssue());
const achievement = (badge['credentialSubject'] as JsonObject)['achievement'] as JsonObject;
const withAchievement = (parts: JsonObject): JsonObject => ({
  ...badge,
  credentialSubject: { type: ['AchievementSubject'], achievement: { ...achievement, ...parts } },
});
const entry = badge['credentialStatus'] as JsonObject;

const tooLarge: Record<string, JsonObject> = {
  'tags by the thousand': withAchievement({ tag: times(20_000, (index) => `t${index}`) }),
  'tags in lists of lists': withAchievement({ tag: times(5, (list) => times(900, (index) => `${list}-${index}`)) }),
  'evidence by the thousand': { ...badge, evidence: times(3000, () => ({ type: 'Evidence' })) },
  'status entries by the thousand': { ...badge, credentialStatus: times(1000, () => entry) },
  'a dozen status lists': { ...badge, credentialStatus: times(12, (index) => ({ ...entry, id: `urn:x:${index}` })) },
  'one context over and over': {
    ...badge,
    '@context': [...(badge['@context'] as Json[]), ...times(5000, () => (badge['@context'] as Json[])[1]!)],
  },
  'parts within parts': { ...badge, issuer: { ...(badge['issuer'] as JsonObject), parentOrg: profile(60) } },
  'lists within lists': withAchievement({ tag: JSON.parse('['.repeat(2000) + ']'.repeat(2000)) as Json }),
};

const largest: Record<string, JsonObject> = {
  'many parts': withAchievement({
    alignment: times(560, (index) => ({
      type: ['Alignment'],
      targetName: `t${index}`,
      targetCode: `c${index}`,
      targetUrl: 'https://x.example',
    })),
  }),
  'parts that are alike in every way': { ...badge, issuer: { ...(badge['issuer'] as JsonObject), parentOrg: tree(8) } },
  'lists of equal items': withAchievement({
    resultDescription: times(7, (index) => ({
      id: `urn:x:${index}`,
      type: ['ResultDescription'],
      allowedValue: times(999, () => 'a'),
    })),
  }),
};

beforeAll(() => issuer.publishStatusLists([]));

describe('what is read', () => {
  it.each(Object.entries(tooLarge))('is not %s, signed or not', async (_, credential) => {
    const before = process.cpuUsage();
    for (const proof of [undefined, [{ type: 'DataIntegrityProof' }]]) {
      expect(await found({ ...credential, ...(proof && { proof }) })).toEqual(['too-large', 'too-large']);
    }
    expect(cpuSecondsSince(before)).toBeLessThan(1);
  });

  it.each(Object.entries(largest))(
    'takes seconds at most with %s',
    async (_, credential) => {
      expect(isTooLarge(credential)).toBe(false);
      const before = process.cpuUsage();
      await found(credential);
      // Two and a half on a slow machine; without limits it would be minutes.
      expect(cpuSecondsSince(before)).toBeLessThan(5);
    },
    60_000,
  );

  it('includes a programme with 500 outcomes', () => {
    const outcomes = times(500, (index) => ({
      id: `outcome-${index}`,
      text: { en: `Explain ${index}.`, it: `Spiegare ${index}.` },
    }));
    expect(isTooLarge(buildCredential(anAwardRecord({ outcomes }), anIssue()))).toBe(false);
  });

  it('of a status list is less', async () => {
    const list = issuer.web.get(String(entry['statusListCredential'])) as JsonObject;
    await issuer.publish({
      ...list,
      proof: undefined,
      evidence: times(100, (index) => ({ type: 'https://x.example', id: `urn:x:${index}` })),
    });
    const { verdict, checks } = await verify(await issuer.sign(badge), { loader: issuer.loader, now });
    expect([verdict, checks.find(({ name }) => name === 'status')?.code]).toEqual(['unconfirmed', 'list-too-large']);
  }, 30_000);
});

function cpuSecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
