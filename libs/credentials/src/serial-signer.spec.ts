import fc from 'fast-check';
import { anAwardRecord, anIssue } from './award-record.builder';
import { buildCredential, IncompleteAward } from './build-credential';
import { IssuerAtWork } from './issuer-at-work.builder';
import { signCredential } from './proof';
import { SerialSigner } from './serial-signer';
import { verify } from './verify';

const issuer = new IssuerAtWork();
const created = '2026-11-20T10:00:00Z';

const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '' && text.isWellFormed());
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2010-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const record = fc
  .record({
    givenName: name,
    familyName: name,
    dateOfBirth: day,
    awardId: fc.uuid(),
    grade: fc.constantFrom(undefined, 'A', '30/30 e lode'),
    hasWork: fc.boolean(),
    ects: fc.option(fc.constantFrom(0.5, 5, 12), { nil: undefined }),
  })
  .map(({ awardId, grade, hasWork, ects, ...learner }) => {
    const { assessment } = anAwardRecord();
    return anAwardRecord({
      awardId,
      learner,
      workload: { minutes: 7500, ...(ects && { ects }) },
      assessment: { ...assessment, ...(grade && { grade }), ...(!hasWork && { work: undefined }) },
    });
  });

describe('signing in series', () => {
  it('signs the very bytes that the long way signs, whatever the names and the shape', async () => {
    // A check only at the first of a shape would hide a fault here, so the property compares whole signed credentials.
    const serial = new SerialSigner(issuer.signer, Number.POSITIVE_INFINITY);
    await fc.assert(
      fc.asyncProperty(record, fc.nat({ max: 131_071 }), async (award, index) => {
        const short = await serial.sign(award, anIssue(index), created);
        const long = await signCredential(buildCredential(award, anIssue(index)), { signer: issuer.signer, created });
        expect(short).toEqual(long);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('makes credentials that verify', async () => {
    await issuer.publishStatusList([]);
    const signed = await new SerialSigner(issuer.signer).sign(anAwardRecord(), anIssue(), created);
    expect((await verify(signed, { loader: issuer.loader, now: new Date(created), trusted: issuer.trusted })).verdict).toBe('valid');
  });

  it('refuses an incomplete award', async () => {
    const learner = { givenName: 'Ana', familyName: ' ', dateOfBirth: '1990-02-30' };
    const refusal = new SerialSigner(issuer.signer).sign(anAwardRecord({ learner }), anIssue(), created);
    await expect(refusal).rejects.toThrow(new IncompleteAward(['learner-family-name', 'learner-date-of-birth']));
  });
});
