import fc from 'fast-check';
import { anAwardRecord, anIssue } from '../testing/award-record.builder';
import { buildCredential } from '../award/build-credential';
import { expand } from './canonical';
import { badgeContexts, jsonTerms, pinnedContexts } from './contexts';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import { isObject, listOf, type Json, type JsonObject } from '../platform/json';
import { independentlyAccepted } from '../testing/reference-verifier.builder';
import { signedForm } from './signed-form';
import type { Verdict } from '../findings/verification';
import { verify } from '../verification/verify';

const now = new Date('2026-11-23T10:00:00Z');
const issuer = new IssuerAtWork();
const verdictOn = async (credential: JsonObject | string) =>
  (await verify(credential, { loader: issuer.loader, now, trusted: issuer.trusted })).verdict;

const plainBadge: JsonObject = {
  '@context': badgeContexts.slice(0, 2),
  id: 'https://libretto.example/credentials/2',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: { '@value': 'Diploma di immersione', '@language': 'it' },
  issuer: { id: issuer.did },
  credentialSubject: {
    id: 'did:example:ana',
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: 'Ana Horvat' }],
    result: [
      { type: ['Result'], resultDescription: 'urn:x:result', achievedLevel: 'urn:x:level', status: 'Completed' },
    ],
    achievement: {
      id: 'https://libretto.example/programmes/diving',
      type: ['Achievement'],
      name: 'Diving',
      description: 'Down and up again',
      criteria: { narrative: 'Both' },
      creator: { id: issuer.did, type: ['Profile'] },
      resultDescription: [
        {
          id: 'urn:x:result',
          type: ['ResultDescription'],
          name: 'Depth',
          resultType: 'RubricCriterionLevel',
          allowedValue: ['a', 'b'],
          rubricCriterionLevel: [{ id: 'urn:x:level', type: ['RubricCriterionLevel'], name: 'Deep' }],
        },
      ],
    },
  },
};

let revoked: JsonObject;
let superseded: JsonObject;
let expired: JsonObject;
let good: JsonObject;

beforeAll(async () => {
  await issuer.publishStatusLists([99, 100]);
  issuer.web.set(`${anIssue(100).id}/status?index=100`, { state: 'superseded' });
  revoked = await issuer.sign(buildCredential(anAwardRecord(), anIssue(99)));
  superseded = await issuer.sign(buildCredential(anAwardRecord(), anIssue(100)));
  expired = await issuer.sign({ ...buildCredential(anAwardRecord(), anIssue(5)), validUntil: '2026-11-21T00:00:00Z' });
  good = await issuer.sign(buildCredential(anAwardRecord(), anIssue(5)));
});

const credentials = 'https://www.w3.org/2018/credentials#';
const without = (from: JsonObject, ...keys: string[]) =>
  Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key)));
const move = (from: JsonObject, key: string, to: string) => ({ ...without(from, key), [to]: from[key] });
const subjectOf = (credential: JsonObject) => credential['credentialSubject'] as JsonObject;

/** The same statements, written so that software that reads by keys misses one. */
const disguises: Record<string, (credential: JsonObject) => JsonObject> = {
  'the status as its address': (it) => move(it, 'credentialStatus', `${credentials}credentialStatus`),
  'the status in @nest': (it) => ({
    ...without(it, 'credentialStatus'),
    '@nest': { credentialStatus: it['credentialStatus'] },
  }),
  'the status in @included': (it) => ({
    ...without(it, 'credentialStatus'),
    '@included': [{ id: it['id'], type: it['type'], credentialStatus: it['credentialStatus'] }],
  }),
  'everything in @graph': (it) => ({
    '@context': it['@context'],
    '@graph': [without(it, '@context', 'proof')],
    credentialSubject: {},
    proof: it['proof'],
  }),
  'the index in a list': (it) => ({
    ...it,
    credentialStatus: { ...(it['credentialStatus'] as JsonObject), statusListIndex: { '@value': '99' } },
  }),
  'the status behind a null': (it) => ({
    ...move(it, 'credentialStatus', `${credentials}credentialStatus`),
    credentialStatus: null,
  }),
  'the record without its context': (it) => ({
    ...it,
    '@context': (it['@context'] as Json[]).slice(0, -1),
    credentialSubject: {
      ...without(subjectOf(it), 'awardRecord'),
      'urn:libretto:award-record': { '@type': '@json', '@value': subjectOf(it)['awardRecord'] },
    },
  }),
  'keywords for their names': (it) => ({ ...without(it, 'id', 'type'), '@id': it['id'], '@type': it['type'] }),
  'the status below another mention of the credential': (it) => ({
    ...without(it, 'credentialStatus'),
    evidence: [
      ...listOf(it['evidence']),
      { id: it['id'], type: it['type'], credentialStatus: it['credentialStatus'] },
    ] as Json[],
  }),
  'the identifiers as their address': (it) => ({
    ...it,
    credentialSubject: move(subjectOf(it), 'identifier', 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#identifier'),
  }),
};

describe('the form that was signed', () => {
  it.each(Object.entries(disguises))('refuses %s', async (name, disguise) => {
    for (const credential of [revoked, superseded])
      expect(await verdictOn(disguise(credential))).toMatch(/^(ambiguous|altered)$/);
    // A good one is refused as well: there is one form for all cases.
    expect([name, await verdictOn(disguise(good))]).not.toEqual([name, 'valid']);
  });

  it('refuses what the reference verifier takes for unchanged', async () => {
    const disguised = disguises['the status as its address']!(revoked);
    expect(await independentlyAccepted(disguised, issuer)).toBe(true);
    expect([await verdictOn(revoked), await verdictOn(disguised)]).toEqual(['revoked', 'ambiguous']);
  });

  it('refuses an end of validity, of the credential or of its signature, that is written as an address', async () => {
    expect(await verdictOn(expired)).toBe('expired');
    expect(await verdictOn(move(expired, 'validUntil', `${credentials}validUntil`))).toBe('ambiguous');
    const [proof] = good['proof'] as JsonObject[];
    expect(
      await verdictOn({ ...good, proof: { ...proof, 'https://w3id.org/security#expiration': '2026-01-01T00:00:00Z' } }),
    ).toBe('ambiguous');
  });

  it('refuses a holder whose description was moved elsewhere', async () => {
    const subject = subjectOf(plainBadge);
    const achievement = subject['achievement'] as JsonObject;
    const badge = {
      ...plainBadge,
      credentialSubject: {
        ...subject,
        achievement: { ...achievement, creator: { id: 'did:example:ana', type: ['AchievementSubject'] } },
      },
    };
    const hidden = {
      ...badge,
      credentialSubject: {
        id: subject['id']!,
        type: subject['type']!,
        achievement: { ...achievement, creator: without(subject, 'achievement') },
      },
    };
    const signed = await issuer.sign(badge);
    expect(await verdictOn(signed)).toBe('valid');
    expect(await independentlyAccepted({ ...hidden, proof: signed['proof'] }, issuer)).toBe(true);
    expect(await verdictOn({ ...hidden, proof: signed['proof'] })).toBe('ambiguous');
  });

  it('refuses a text with one key twice, whichever of the two a reader would take', async () => {
    const text = JSON.stringify(good);
    expect(await verdictOn(text)).toBe('valid');
    expect(await verdictOn(text.replace('"name":', '"n\\u0061me":"Another","name":'))).toBe('ambiguous');
  });

  it('has each statement once, wherever it stands', async () => {
    const { proof: _, ...document } = revoked;
    const signed = (await signedForm(document))!.canonical;
    for (const path of places(document)) {
      const form = await signedForm(changed(document, path, (value) => [value, value]));
      // A blank node that is there twice is one more node, which was not signed.
      expect([path.join('.'), form?.canonical === signed]).toEqual([path.join('.'), false]);
    }
  }, 120_000);

  it('refuses an entry that says a thing twice, and a list that does', async () => {
    const entry = revoked['credentialStatus'] as JsonObject;
    for (const status of [{ ...entry, statusListIndex: ['99', '99'] }, [entry, entry], [entry, entry['id']!]]) {
      expect(await verdictOn({ ...revoked, credentialStatus: status as Json })).toBe('ambiguous');
    }
    const address = String(entry['statusListCredential']);
    const list = issuer.web.get(address) as JsonObject;
    const twice = new IssuerAtWork();
    twice.web.set(address, { ...list, validFrom: [list['validFrom']!, list['validFrom']!] });
    const { verdict, checks } = await verify(revoked, {
      loader: (url) => (url === address ? twice : issuer).loader(url),
      now,
    });
    expect([verdict, checks.find(({ name }) => name === 'status')?.code]).toEqual(['unconfirmed', 'list-not-signed']);
  }, 30_000);

  it('takes two equal parts without a name for two', async () => {
    const evidence = { type: 'Evidence', name: 'A visit' };
    expect(await verdictOn(await issuer.sign({ ...plainBadge, evidence: [evidence, evidence] }))).toBe('valid');
  });

  it('reads what an empty list or the digits of a number leave unsaid', async () => {
    const entry = revoked['credentialStatus'] as JsonObject;
    for (const credential of [
      { ...revoked, validUntil: [] },
      { ...revoked, credentialStatus: { ...entry, statusSize: [] } },
      { ...revoked, proof: [{ ...(revoked['proof'] as JsonObject[])[0], expires: [] }] },
    ]) {
      expect(await verdictOn(credential)).toBe('revoked');
    }
    const sized = await issuer.sign({
      ...buildCredential(anAwardRecord(), anIssue(99)),
      credentialStatus: { ...entry, statusSize: 1 },
    });
    expect(await verdictOn({ ...sized, credentialStatus: { ...entry, statusSize: '1' } })).toBe('revoked');
    expect(await verdictOn({ ...sized, credentialStatus: { ...entry, statusSize: [1, '1'] } })).toBe('ambiguous');
    expect(await verdictOn({ ...good, credentialSubject: { ...subjectOf(good), creditsEarned: '5' } })).toBe('valid');
  }, 30_000);

  it('refuses a character that is signed as another one', async () => {
    const named = await issuer.sign({ ...plainBadge, name: 'Jos\ufffd' });
    expect(await verdictOn(named)).toBe('valid');
    expect(await verdictOn({ ...named, name: 'Jos\ud800' })).toBe('ambiguous');
  });

  it('takes the ways in which other issuers write the same', async () => {
    expect(await verdictOn(await issuer.sign(plainBadge))).toBe('valid');
    const loose = {
      ...plainBadge,
      '@context': [...(plainBadge['@context'] as Json[])],
      issuer: issuer.did,
      type: [...(plainBadge['type'] as Json[])].reverse(),
    };
    expect(await verdictOn(await issuer.sign(loose))).toBe('valid');
    expect(
      await verdictOn({ ...good, credentialStatus: [good['credentialStatus']!], proof: (good['proof'] as Json[])[0] }),
    ).toBe('valid');
    expect(await verdictOn({ ...revoked, credentialStatus: [revoked['credentialStatus']!] })).toBe('revoked');
  });

  it('knows every term whose value is data', () => {
    const found = new Set<string>();
    const look = (value: unknown, key = ''): void => {
      if (isObject(value) && value['@type'] === '@json') found.add(key);
      if (typeof value === 'object' && value !== null)
        for (const [inner, part] of Object.entries(value)) look(part, inner);
    };
    look(pinnedContexts);
    expect([...found].filter((term) => !jsonTerms.has(term))).toEqual([]);
  });
});

/** Steps that rewrite a document at a chosen place; many of them leave its statements unchanged. */
const steps: ((node: Record<string, Json>, key: string, expanded: JsonObject) => void)[] = [
  (node, key) => {
    node[key] = [node[key]!];
  },
  (node, key) => {
    node[key] = { '@value': node[key]! };
  },
  (node, key) => {
    node[key] = { id: node[key]! };
  },
  (node, key) => {
    node[key] = { '@set': [node[key]!] };
  },
  (node, key) => {
    node[key] = [node[key]!, node[key]!];
  },
  (node, key) => {
    node[key] = [node[key]!, null];
  },
  (node, key) => {
    node['@nest'] = { [key]: node[key]! };
    delete node[key];
  },
  (node, key) => {
    node['@included'] = [{ id: node['id'] ?? '_:b0', [key]: node[key]! }];
    delete node[key];
  },
  (node, key) => {
    if (key === 'id' || key === 'type') {
      node[`@${key}`] = node[key]!;
      delete node[key];
    }
  },
  (node, key) => {
    for (const scope of [
      credentials,
      'https://schema.org/',
      'https://purl.imsglobal.org/spec/vc/ob/vocab.html#',
      'https://www.w3.org/ns/credentials/status#',
    ])
      node[scope + key] = node[key]!;
    delete node[key];
  },
  (node, key, expanded) => {
    for (const [address, value] of Object.entries(expanded))
      if (address.endsWith(`#${key}`)) {
        node[address] = value!;
        delete node[key];
      }
  },
  (node, key) => {
    const value = node[key]!;
    delete node[key];
    node[key] = value;
  },
  (node, key) => {
    if (Array.isArray(node[key])) node[key] = [...(node[key] as Json[])].reverse();
  },
  (node, key) => {
    delete node[key];
  },
  (node) => {
    node['id'] = '_:b1';
  },
  (node) => {
    node['@reverse'] = {};
  },
  (node) => {
    node['@index'] = '1';
  },
];

describe('whatever way a credential is written', () => {
  const better: readonly Verdict[] = ['valid', 'unlisted', 'unconfirmed'];

  it.each([
    ['revoked', () => revoked],
    ['superseded', () => superseded],
    ['expired', () => expired],
  ] as const)(
    'a %s one never becomes better',
    async (verdict, credential) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(steps.length - 1)), { minLength: 1, maxLength: 3 }),
          async (changes) => {
            const written = await rewritten(credential(), changes);
            const found = await verdictOn(written);
            expect(better).not.toContain(found);
            if (['revoked', 'superseded', 'expired'].includes(found)) expect(found).toBe(verdict);
          },
        ),
        { numRuns: 25 },
      );
    },
    120_000,
  );

  it('a valid one says what it said', async () => {
    const before = await verify(good, { loader: issuer.loader, now, trusted: issuer.trusted });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(steps.length - 1)), { minLength: 1, maxLength: 3 }),
        async (changes) => {
          const after = await verify(await rewritten(good, changes), {
            loader: issuer.loader,
            now,
            trusted: issuer.trusted,
          });
          if (after.verdict === 'valid') expect(after.contents).toEqual(before.contents);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});

/** Every place of a credential that has statements below it. */
function places(value: Json | undefined, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === '@context') return [];
    const here = [...path, key];
    return jsonTerms.has(key) ? [here] : [here, ...places(inner as Json, here)];
  });
}

function changed(value: Json, [key, ...rest]: readonly string[], change: (value: Json) => Json): JsonObject {
  const copy = structuredClone(value) as Record<string, Json>;
  copy[key!] = rest.length > 0 ? changed(copy[key!]!, rest, change) : change(copy[key!]!);
  return copy;
}

async function rewritten(
  credential: JsonObject,
  changes: readonly (readonly [number, number, number])[],
): Promise<JsonObject> {
  const copy = structuredClone(credential) as Record<string, Json>;
  const { proof: _, ...document } = credential;
  const [expanded = {}] = await expand(document);
  for (const [place, key, step] of changes) {
    const nodes = nodesOf(copy);
    const node = nodes[place % nodes.length]!;
    const keys = Object.keys(node).filter((name) => name !== '@context');
    if (keys.length > 0) steps[step]!(node, keys[key % keys.length]!, expanded);
  }
  return copy;
}

/** Every object of the credential that is read; the award record is one value. */
const nodesOf = (node: Record<string, Json>): Record<string, Json>[] => [
  node,
  ...Object.entries(node).flatMap(([key, value]) =>
    key === '@context' || key === 'awardRecord'
      ? []
      : listOf(value).flatMap((inner) => (isObject(inner) ? nodesOf(inner as Record<string, Json>) : [])),
  ),
];

it('a document in that form stays as it is', async () => {
  const { proof: _, ...document } = good;
  expect((await signedForm(document))?.document['credentialStatus']).toEqual(document['credentialStatus']);
});
