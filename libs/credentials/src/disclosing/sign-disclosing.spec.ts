import { verify } from '../verification/verify';
import { issuerMetadata } from '../keys/issuer-metadata';
import { utf8 } from '../platform/encoding';
import { signTokenStatusList, tokenStatuses } from '../status/token-status-list';
import { aGradedRecord, anAwardRecord } from '../testing/award-record.builder';
import { DisclosingIssuer } from '../testing/disclosing-issuer.builder';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import { partClaims } from '../award/claim-names';
import { disclosingTokenIn } from './disclosing-token';
import { signLearningCredential } from './sign-disclosing';

const now = new Date('2026-11-23T10:00:00Z');
const issuer = new IssuerAtWork();
const list = `${issuer.origin}/status-lists/1/token`;
let holder: DisclosingIssuer;
beforeAll(async () => {
  holder = await DisclosingIssuer.with('ES256');
  const keys = [{ id: issuer.signer.verificationMethod, publicKeyMultibase: issuer.publicKey }];
  issuer.web.set(`${issuer.origin}/.well-known/jwt-vc-issuer`, issuerMetadata(issuer.origin, keys));
});

const issued = (record = aGradedRecord(), index = 5) =>
  signLearningCredential(
    record,
    {
      ...{ issuer: issuer.origin, issuedAt: now, status: { list, index } },
      holderKey: holder.holder.jwk as Record<string, string>,
    },
    issuer.signer,
  );
const publish = async (statuses: [number, number][] = []) =>
  issuer.web.set(
    list,
    utf8(
      await signTokenStatusList(
        { id: list, issuer: issuer.origin, issuedAt: now, ttl: 60, statuses: new Map(statuses) },
        issuer.signer,
      ),
    ),
  );
const verifyNow = (text: string) => {
  const trusted = [{ did: issuer.origin, name: 'CIMEA' }];
  return verify(text, { loader: issuer.loader, now, trusted });
};

describe('an award in a wallet', () => {
  it('is valid, with everything that it says, and shows the parts alone that its holder chose', async () => {
    await publish();
    const whole = await issued();
    const { verdict, checks, contents } = await verifyNow(whole);
    expect(verdict).toBe('valid');
    expect(checks.filter(({ outcome }) => outcome !== 'passed').map(({ name }) => name)).toEqual([
      'binding',
      'contents',
    ]);
    expect(contents?.claims?.shown).toMatchObject({
      ...{ family_name: 'Horvat', given_name: 'Ana', birth_date: '1990-05-17', assessment_grade: '28' },
      ...{ expected_study_time: 'PT125H', level_of_learning_experience: 7, ects: 5, result: 'Passed' },
      ...{ achievement_title: 'Automatic Recognition', issuing_authority: 'CIMEA', issuing_country: 'IT' },
    });
    const shown = await holder.present(whole, { assessment_grade: true });
    const part = await verifyNow(shown);
    expect(part.verdict).toBe('valid');
    expect(Object.keys(part.contents?.claims?.shown ?? {}).sort()).toEqual([
      ...['achievement_title', 'assessment_grade', 'date_of_issuance', 'issuing_authority', 'issuing_country'],
    ]);
    expect(part.checks.find(({ name }) => name === 'binding')?.code).toBe('presented');
  });

  it('is accepted by the library of others, which asks for its status too', async () => {
    await publish([[9, tokenStatuses.ended]]);
    expect(await holder.isAcceptedElsewhereBy(issuer, await issued())).toBe(true);
    expect(await holder.isAcceptedElsewhereBy(issuer, await issued(aGradedRecord(), 9))).toBe(false);
  });

  it.each([
    [tokenStatuses.ended, 'revoked'],
    [tokenStatuses.suspended, 'suspended'],
    [tokenStatuses.valid, 'valid'],
  ])('has the status %s of its place in the list, and not that of the places beside it', async (status, verdict) => {
    await publish([
      [4, 1],
      [5, status],
      [6, 2],
      [131_071, 1],
    ]);
    expect((await verifyNow(await issued())).verdict).toBe(verdict);
    expect((await verifyNow(await issued(aGradedRecord(), 131_071))).verdict).toBe('revoked');
  });

  it('hides how many parts there are: with a grade and without it has as many digests', async () => {
    for (const record of [aGradedRecord(), anAwardRecord()]) {
      const digests = disclosingTokenIn(await issued(record))?.token.payload['_sd'];
      expect(digests).toHaveLength(partClaims.length);
      expect(digests).toEqual([...(digests as string[])].sort());
    }
  });

  it('leaves out what the award lacks, and is not made of one that lacks what it must have', async () => {
    const learner = { givenName: 'Ana', familyName: '', dateOfBirth: '1990-05-17' };
    const shown = (await verifyNow(await issued(anAwardRecord({ learner })))).contents?.claims?.shown;
    expect(Object.keys(shown ?? {})).not.toContain('family_name');
    expect(Object.keys(shown ?? {})).not.toContain('assessment_grade');
    await expect(issued(anAwardRecord({ country: '' }))).rejects.toThrow('country');
    await expect(publish([[131_072, 1]])).rejects.toThrow(RangeError);
  });

  it('says of several grades to which work each belongs', async () => {
    const [grade] = aGradedRecord().grades ?? [];
    const grades = [grade!, { ...grade!, work: { en: 'Essay', it: 'Saggio' }, grade: '30' }];
    const { contents } = await verifyNow(await issued(anAwardRecord({ grades })));
    expect(contents?.claims?.shown['assessment_grade']).toBe('Automatic recognition in practices: 28; Essay: 30');
  });
});
