import { toBase64Url, utf8 } from '../platform/encoding';
import { aDisclosure, DisclosingIssuer, Keys, learning } from '../testing/disclosing-issuer.builder';
import { sayContents, type Tongue } from '../words';
import { verify } from '../verification/verify';

const now = new Date('2026-11-23T10:00:00Z');
const tongue: Tongue = { language: 'en', say: (key) => key };
let issuer: DisclosingIssuer;
beforeAll(async () => {
  issuer = await DisclosingIssuer.with('ES256');
});

const verifyNow = (text: string, by = issuer) => verify(text, { loader: by.loader, now });
const codes = async (text: string, by = issuer) => {
  const { verdict, checks } = await verifyNow(text, by);
  return { verdict, ...Object.fromEntries(checks.map(({ name, code }) => [name, code])) };
};
const good = { verdict: 'unlisted', format: 'disclosing', signature: 'intact', disclosures: 'all-signed' };

describe.each(['ES256', 'EdDSA'])('a credential in parts, signed with %s', (alg) => {
  it.each(['dc+sd-jwt', 'vc+sd-jwt'])('is valid as %s, with what its holder shows and no more', async (typ) => {
    const by = await DisclosingIssuer.with(alg);
    const whole = await by.issue({}, {}, { typ });
    expect(await codes(whole, by)).toMatchObject({ ...good, binding: 'not-presented', holder: 'named-with-birth' });
    const shown = await by.present(whole, { assessment_grade: true });
    const { contents } = await verifyNow(shown, by);
    expect(await codes(shown, by)).toMatchObject({ ...good, binding: 'presented', holder: 'not-shown' });
    expect(contents).toMatchObject({ title: 'Cataloguing', issuer: by.iss });
    expect(contents?.claims?.shown).toEqual({ achievement_title: 'Cataloguing', assessment_grade: '28' });
    expect(JSON.stringify(sayContents(contents!, tongue))).not.toContain('Horvat');
    expect([await by.isAcceptedElsewhere(whole, now), await by.isAcceptedElsewhere(shown, now)]).toEqual([true, true]);
  });

  it('is read from a file and from a link', async () => {
    const by = await DisclosingIssuer.with(alg);
    const bytes = utf8(`${await by.issue()}\n`);
    by.web.set('https://wallet.example/1.sdjwt', bytes);
    for (const [input, source] of [
      [bytes, 'file'],
      ['https://wallet.example/1.sdjwt', 'link'],
    ] as const)
      expect(await verify(input, { loader: by.loader, now })).toMatchObject({ verdict: 'unlisted', source });
  });

  it('is verified by the keys that its issuer publishes on its website, at once or at another address', async () => {
    const iss = 'https://school.example/tenant/1';
    const by = await DisclosingIssuer.with(alg, iss);
    const place = 'https://school.example/.well-known/jwt-vc-issuer/tenant/1';
    const jwk = { ...by.keys.jwk, kid: 'key-1' };
    const whole = await by.issue({}, {}, { kid: 'key-1' });
    expect(await codes(whole, by)).toMatchObject({ verdict: 'unknown-issuer', issuer: 'no-document' });
    by.web.set(place, { issuer: iss, jwks: { keys: [jwk, { ...jwk, kid: 'key-2' }] } } as never);
    expect(await codes(whole, by)).toMatchObject({ ...good, issuer: 'known' });
    by.web.set(place, { issuer: iss, jwks_uri: 'https://keys.example/1' });
    by.web.set('https://keys.example/1', { keys: [jwk] } as never);
    expect(await codes(whole, by)).toMatchObject({ ...good, issuer: 'known', trust: 'not-listed' });
    expect(await codes(await by.issue(), by)).toMatchObject(good);
    for (const [metadata, code] of [
      [{ issuer: 'https://school.example', jwks: { keys: [jwk] } }, 'other-document'],
      [{ issuer: iss, jwks: { keys: [] } }, 'key-not-listed'],
      [{ issuer: iss, jwks: { keys: [jwk, jwk] } }, 'key-in-doubt'],
      [{ issuer: iss, jwks: { keys: [jwk] }, jwks_uri: 'https://keys.example/1' }, 'no-document'],
      [{ issuer: iss, jwks_uri: 'http://keys.example/1' }, 'no-document'],
      [{ issuer: iss, jwks: { keys: [{ ...jwk, kty: 'oct' }] } }, 'other-key'],
    ] as const) {
      by.web.set(place, metadata as never);
      expect(await codes(whole, by)).toMatchObject({ issuer: code, signature: 'no-key' });
    }
  });
});

describe('a credential in parts that was tampered with', () => {
  const parted = async () => {
    const [token = '', ...parts] = (await issuer.issue()).split('~');
    return { token, parts: parts.slice(0, -1) };
  };
  const joined = (token: string, parts: readonly string[], end = '') => [token, ...parts, end].join('~');
  /** A token of this issuer whose payload has these digests, with these parts. */
  const crafted = async (payload: object, ...parts: { text: string }[]) =>
    joined(
      await issuer.keys.sign({ iss: issuer.iss, vct: learning, ...payload }, { typ: 'dc+sd-jwt' }),
      parts.map(({ text }) => text),
    );
  const grade = aDisclosure('assessment_grade', '30');
  const other = aDisclosure('assessment_grade', '18');

  /** `elsewhere`: the independent library reads it without a word, although RFC 9901 has it refused. */
  it.each<[string, () => Promise<string>, object, 'accepted elsewhere'?]>([
    [
      'with a part changed',
      async () => {
        const { token, parts } = await parted();
        return joined(token, [...parts.slice(1), aDisclosure('given_name', 'Eva').text]);
      },
      { verdict: 'altered', disclosures: 'not-signed' },
      'accepted elsewhere',
    ],
    [
      'with a part added',
      async () => {
        const { token, parts } = await parted();
        return joined(token, [...parts, grade.text]);
      },
      { verdict: 'altered', disclosures: 'not-signed' },
      'accepted elsewhere',
    ],
    [
      'with a part twice',
      async () => {
        const { token, parts } = await parted();
        return joined(token, [...parts, parts[0]!]);
      },
      { verdict: 'ambiguous', disclosures: 'handed-in-twice' },
      'accepted elsewhere',
    ],
    [
      'with a part that is no text of this kind',
      async () => {
        const { token, parts } = await parted();
        return joined(token, [...parts, 'e30']);
      },
      { verdict: 'inconsistent', disclosures: 'not-read' },
    ],
    [
      'with another payload',
      async () => {
        const { token, parts } = await parted();
        const [head, body, end] = token.split('.');
        const payload = JSON.parse(Buffer.from(body!, 'base64url').toString()) as object;
        const changed = toBase64Url(utf8(JSON.stringify({ ...payload, achievement_title: 'Surgery' })));
        return joined([head, changed, end].join('.'), parts);
      },
      { verdict: 'altered', signature: 'altered', disclosures: 'signature-first' },
    ],
    [
      'with another signature',
      async () => {
        const { token, parts } = await parted();
        return joined(`${token.slice(0, -8)}AAAAAAAA`, parts);
      },
      { verdict: 'altered', signature: 'altered' },
    ],
    [
      'without its signature',
      async () => {
        const { token, parts } = await parted();
        const head = toBase64Url(utf8(JSON.stringify({ alg: 'none', typ: 'dc+sd-jwt' })));
        return joined([head, token.split('.')[1], ''].join('.'), parts);
      },
      { verdict: 'not-signed' },
    ],
    [
      'signed with a secret that everybody knows',
      async () => {
        const { token, parts } = await parted();
        const head = toBase64Url(utf8(JSON.stringify({ alg: 'HS256', typ: 'dc+sd-jwt' })));
        return joined([head, ...token.split('.').slice(1)].join('.'), parts);
      },
      { verdict: 'not-supported', signature: 'other-suite' },
    ],
    [
      'signed by another',
      async () => {
        const mallory = await Keys.of('ES256');
        return joined(await mallory.sign({ iss: issuer.iss, vct: learning }, { typ: 'dc+sd-jwt' }), []);
      },
      { verdict: 'altered' },
    ],
    ['without the mark at its end', async () => (await parted()).token, { verdict: 'unreadable', format: 'no-mark' }],
    [
      'that lists a digest twice',
      () => crafted({ _sd: [grade.digest, grade.digest] }, grade),
      { verdict: 'ambiguous', disclosures: 'listed-twice' },
      'accepted elsewhere',
    ],
    [
      'that lists a digest at two places',
      () => crafted({ _sd: [grade.digest], more: { _sd: [grade.digest] } }, grade),
      { verdict: 'ambiguous', disclosures: 'listed-twice' },
      'accepted elsewhere',
    ],
    [
      'that states a claim openly and as a part',
      () => crafted({ assessment_grade: '18', _sd: [grade.digest] }, grade),
      { verdict: 'ambiguous', disclosures: 'same-claim' },
      'accepted elsewhere',
    ],
    [
      'that states a claim in two parts',
      () => crafted({ _sd: [grade.digest, other.digest] }, grade, other),
      { verdict: 'ambiguous', disclosures: 'same-claim' },
      'accepted elsewhere',
    ],
    [
      'that lets its status be withheld',
      () => {
        const status = aDisclosure('status', { status_list: { uri: issuer.list, idx: 1 } });
        return crafted({ _sd: [status.digest] }, status);
      },
      { verdict: 'ambiguous', disclosures: 'not-selectable' },
    ],
    [
      'with a part of a list in place of a claim',
      () => {
        const item = aDisclosure('x');
        return crafted({ _sd: [item.digest] }, item);
      },
      { verdict: 'inconsistent', disclosures: 'not-read' },
      'accepted elsewhere',
    ],
    [
      'with a claim in place of a part of a list',
      () => crafted({ list: [{ '...': grade.digest }] }, grade),
      { verdict: 'inconsistent', disclosures: 'not-read' },
      'accepted elsewhere',
    ],
    [
      'with a part that brings digests under their own name',
      () => {
        const nested = aDisclosure('_sd', [grade.digest]);
        return crafted({ _sd: [nested.digest] }, nested);
      },
      { verdict: 'inconsistent', disclosures: 'not-read' },
      'accepted elsewhere',
    ],
    [
      'with a part whose object has a key twice',
      () => {
        const text = toBase64Url(utf8('["c2FsdA","result",{"a":1,"a":2}]'));
        return crafted({}, { text });
      },
      { verdict: 'ambiguous', disclosures: 'same-claim' },
      'accepted elsewhere',
    ],
    [
      'with an unknown hash',
      () => crafted({ _sd_alg: 'md5', _sd: [grade.digest] }, grade),
      { verdict: 'not-supported', disclosures: 'other-hash' },
      'accepted elsewhere',
    ],
    ['that is over', () => issuer.issue({}, { exp: 1_767_300_000 }), { verdict: 'expired', dates: 'expired' }],
    [
      'that is not yet valid',
      () => issuer.issue({}, { nbf: 1_900_000_000 }),
      { verdict: 'not-yet-valid', dates: 'not-yet' },
    ],
    [
      'whose end is no date',
      () => crafted({ exp: 'never' }),
      { verdict: 'inconsistent', dates: 'not-dates' },
      'accepted elsewhere',
    ],
    [
      'whose end is the text of a date',
      () => crafted({ exp: '2036-01-01T00:00:00Z' }),
      { verdict: 'inconsistent', dates: 'not-dates' },
      'accepted elsewhere',
    ],
    [
      'of no type',
      async () => joined(await issuer.keys.sign({ iss: issuer.iss }, { typ: 'dc+sd-jwt' }), []),
      { verdict: 'unreadable', format: 'without-type' },
      'accepted elsewhere',
    ],
    [
      'of nobody',
      async () => joined(await issuer.keys.sign({ vct: learning }, { typ: 'dc+sd-jwt' }), []),
      { verdict: 'unknown-issuer', issuer: 'unnamed' },
      'accepted elsewhere',
    ],
    [
      'of a certificate that cannot be read',
      async () => joined(await issuer.keys.sign({ vct: learning }, { typ: 'dc+sd-jwt', x5c: ['MII'] }), []),
      { verdict: 'unknown-issuer', issuer: 'certificate-unreadable' },
      'accepted elsewhere',
    ],
    [
      'of another kind',
      async () => joined(await issuer.keys.sign({ iss: issuer.iss, vct: learning }, { typ: 'at+jwt' }), []),
      { verdict: 'not-supported', format: 'other-format' },
      'accepted elsewhere',
    ],
    [
      'of too many parts',
      () => crafted({}, ...Array.from({ length: 501 }, (_, index) => aDisclosure(`c${index}`, 1))),
      { verdict: 'too-large', disclosures: 'too-many' },
      'accepted elsewhere',
    ],
    [
      'of too deep a part',
      () => {
        const deep = aDisclosure('result', JSON.parse('['.repeat(900) + ']'.repeat(900)));
        return crafted({ _sd: [deep.digest] }, deep);
      },
      { verdict: 'too-large', disclosures: 'too-many' },
      'accepted elsewhere',
    ],
  ])('%s is refused', async (...[, made, expected, elsewhere]) => {
    const text = await made();
    expect(await codes(text)).toMatchObject(expected);
    expect(await issuer.isAcceptedElsewhere(text, now)).toBe(elsewhere !== undefined);
  });

  it.each([3, 100, 500])(
    'is too large with %s parts that lie in each other, deeper than a part may be',
    async (count) => {
      const parts: ReturnType<typeof aDisclosure>[] = [];
      for (let at = 0; at < count; at += 1) {
        const inner = JSON.stringify({ _sd: parts.slice(-1).map(({ digest }) => digest) });
        parts.push(aDisclosure('result', JSON.parse('{"a":'.repeat(30) + inner + '}'.repeat(30))));
      }
      const text = await crafted({ _sd: parts.slice(-1).map(({ digest }) => digest) }, ...parts);
      expect(await codes(text)).toMatchObject({ verdict: 'too-large', disclosures: 'too-many' });
    },
  );

  it.each(['dc+sd-jwt', 'vc+sd-jwt', 'vc+jwt'])('is not read as a whole from an envelope, as %s', async (typ) => {
    const document = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: issuer.iss,
      credentialSubject: { id: 'urn:uuid:2' },
      _sd: [aDisclosure('validUntil', '2026-01-01T00:00:00Z').digest],
    };
    const envelope = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${await issuer.keys.sign(document, { typ })}`,
    };
    expect(await verify(envelope, { loader: issuer.loader, now })).toMatchObject({
      verdict: 'unreadable',
      checks: [{ name: 'format', code: 'no-mark' }],
    });
  });

  it('is altered for an issuer whose key is none', async () => {
    const iss = 'https://school.example';
    const by = await DisclosingIssuer.with('ES256', iss);
    const jwk = { ...by.keys.jwk, x: 'AA' } as never;
    by.web.set(`${iss}/.well-known/jwt-vc-issuer`, { issuer: iss, jwks: { keys: [jwk] } });
    expect(await codes(await by.issue(), by)).toMatchObject({ verdict: 'altered', signature: 'altered' });
  });

  it('keeps parts within parts, and of lists, in their place', async () => {
    const inner = aDisclosure('city', 'Rome');
    const outer = aDisclosure('address', { _sd: [inner.digest] });
    const item = aDisclosure('Explain');
    const text = await crafted(
      { _sd: [outer.digest, 'a-decoy'], learning_outcomes: ['Apply', { '...': item.digest }, { '...': 'withheld' }] },
      ...[inner, outer, item],
    );
    const { contents, checks } = await verifyNow(text);
    expect(contents?.claims?.shown).toEqual({ address: { city: 'Rome' }, learning_outcomes: ['Apply', 'Explain'] });
    expect(checks.find(({ name }) => name === 'disclosures')?.data).toEqual({ shown: 3, more: 2 });
    expect(await codes(await crafted({ _sd: [outer.digest] }, inner))).toMatchObject({ verdict: 'altered' });
  });

  it('takes a name that means something to JavaScript for a claim like any other', async () => {
    const parts = [aDisclosure('__proto__', { polluted: true }), aDisclosure('constructor', 'x')];
    const { contents } = await verifyNow(await crafted({ _sd: parts.map(({ digest }) => digest) }, ...parts));
    expect(Object.keys(contents?.claims?.shown ?? {})).toEqual(['__proto__', 'constructor']);
    expect('polluted' in {}).toBe(false);
  });
});

describe('the proof of the holder’s key', () => {
  it.each<[string, (whole: string) => Promise<string>, string, 'accepted elsewhere'?]>([
    [
      'of another key',
      async (whole) => {
        const mallory = await Keys.of('ES256');
        const [, last] = /~([^~]+)$/.exec(await issuer.present(whole, { given_name: true })) ?? [];
        const [, body] = last!.split('.');
        const payload = JSON.parse(Buffer.from(body!, 'base64url').toString()) as object;
        const shown = (await issuer.present(whole, { given_name: true })).replace(/[^~]+$/, '');
        return shown + (await mallory.sign(payload, { typ: 'kb+jwt' }));
      },
      'not-fitting',
    ],
    [
      'for other parts',
      async (whole) => {
        const proof = (await issuer.present(whole, { given_name: true })).split('~').at(-1)!;
        return whole + proof;
      },
      'of-another',
    ],
    ['without a nonce', async (whole) => issuer.present(whole, {}, { nonce: undefined }), 'incomplete'],
    [
      'of tomorrow',
      async (whole) => issuer.present(whole, {}, { iat: 1_900_000_000 }),
      'not-current',
      'accepted elsewhere',
    ],
    [
      'of another type',
      async (whole) => whole + (await issuer.holder.sign({ iat: 1_795_000_000 }, { typ: 'JWT' })),
      'not-fitting',
    ],
  ])('%s is refused', async (...[, made, code, elsewhere]) => {
    const text = await made(await issuer.issue());
    expect(await codes(text)).toMatchObject({ verdict: 'inconsistent', binding: code });
    expect(await issuer.isAcceptedElsewhere(text, now)).toBe(elsewhere !== undefined);
  });

  it('is nobody’s where the issuer named no key', async () => {
    const open = await issuer.issue({}, { cnf: undefined });
    expect(await codes(open)).toMatchObject({ ...good, binding: 'no-key' });
    const proof = await issuer.holder.sign({ iat: 1, aud: 'a', nonce: 'b', sd_hash: 'c' }, { typ: 'kb+jwt' });
    expect(await codes(open + proof)).toMatchObject({ verdict: 'inconsistent', binding: 'key-of-nobody' });
  });

  it.each([{ x: 'AA' }, { x: '!!' }, { y: '' }, { crv: 'P-384' }, { kty: 'OKP', crv: 'Ed25519' }])(
    'does not fit a key that is none: %o',
    async (change) => {
      const whole = await issuer.issue({}, { cnf: { jwk: { ...issuer.holder.jwk, ...change } } });
      expect((await codes(await issuer.present(whole, {}))).verdict).toMatch(/^(inconsistent|unlisted)$/);
    },
  );
});

describe('the status of a credential in parts', () => {
  const withStatus = (idx: unknown, more: object = {}) =>
    issuer.issue({}, { status: { status_list: { uri: issuer.list, idx }, ...more } });

  it.each([
    [7, 'in-force', 'unlisted'],
    [8, 'revoked', 'revoked'],
    [9, 'suspended', 'suspended'],
    [10, 'other-kind', 'unconfirmed'],
    [64, 'no-index', 'unconfirmed'],
    [-1, 'no-index', 'unconfirmed'],
    ['8', 'no-index', 'unconfirmed'],
  ])('%s of the list is %s', async (idx, code, verdict) => {
    for (const bits of [2, 8] as const) {
      await issuer.publishStatusList({ 8: 1, 9: 2, 10: 3 }, bits);
      expect(await codes(await withStatus(idx))).toMatchObject({ status: code, verdict });
    }
    const isGood = await issuer.isAcceptedElsewhere(await withStatus(idx), now);
    // There a status of an issuer's own and one that is a text count as what they are not.
    if (Number.isInteger(idx)) expect(isGood).toBe(code === 'in-force');
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['of one bit', () => issuer.publishStatusList({ 8: 1 }, 1), 'revoked'],
    [
      'for another address',
      () => issuer.publishStatusList({}, 2, { sub: 'https://school.example/status/2' }),
      'list-other-issuer',
    ],
    [
      'of another issuer',
      () => issuer.publishStatusList({}, 2, { iss: 'did:web:elsewhere.example' }),
      'list-other-issuer',
    ],
    ['that is over', () => issuer.publishStatusList({}, 2, { exp: 1_767_300_000 }), 'list-ended'],
    ['without its list', () => issuer.publishStatusList({}, 2, { status_list: { bits: 3, lst: 'x' } }), 'list-damaged'],
    [
      'that unpacks to nothing',
      () => issuer.publishStatusList({}, 2, { status_list: { bits: 1, lst: 'eJw' } }),
      'list-damaged',
    ],
    [
      'signed by another',
      async () => {
        const text = await (await Keys.of('ES256')).sign({ sub: issuer.list, iat: 1 }, { typ: 'statuslist+jwt' });
        issuer.web.set(issuer.list, utf8(text));
      },
      'list-not-signed',
    ],
    ['that is no token', async () => issuer.web.set(issuer.list, utf8('{}')), 'list-not-signed'],
    ['that is not there', async () => issuer.web.delete(issuer.list), 'unreachable'],
  ])('a list %s is told', async (_, publish, code) => {
    await publish();
    const { status } = (await codes(await withStatus(8))) as { status?: string };
    expect(status).toBe(code);
  });

  it('beside another kind is not taken for checked', async () => {
    await issuer.publishStatusList({});
    expect(await codes(await withStatus(7, { other: {} }))).toMatchObject({ status: 'other-kind' });
  });
});
