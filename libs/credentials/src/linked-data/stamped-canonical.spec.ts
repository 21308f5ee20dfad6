import fc from 'fast-check';
import { aGradedRecord, anAwardRecord, anIssue } from '../testing/award-record.builder';
import { buildCredential, ownPartsOf } from '../award/build-credential';
import { canonicalDocument } from './canonical';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import { BulkSigner } from '../signing/proof';
import { independentlyAccepted } from '../testing/reference-verifier.builder';
import { StampedCanonical } from './stamped-canonical';

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== ''),
  fc.constantFrom(
    ...['urn:mark:0', 'urn:mark:4', '{"mark":"urn:mark:4"}', '_:c14n0', '<https://evil.example> .', '"^^<http://x>'],
    ...['{"@id":"urn:x"}', 'A"n\\a\n\r\t', '@context', 'https://libretto.example/programmes/x', '\u0007', '𝒜 李'],
  ),
);
const days = fc.date({ min: new Date('1930-01-01'), max: new Date('2010-01-01'), noInvalidDate: true });

const credentials = fc
  .record({
    givenName: hostile,
    familyName: fc.option(hostile, { nil: '' }),
    born: days,
    index: fc.nat(99_999),
    grade: fc.option(hostile, { nil: undefined }),
  })
  .map(({ givenName, familyName, born, index, grade }) => {
    const record = anAwardRecord();
    return buildCredential(
      {
        ...record,
        learner: { givenName, familyName, dateOfBirth: born.toISOString().slice(0, 10) },
        assessment: { ...record.assessment, ...(grade !== undefined && { grade }) },
        ...(grade !== undefined && { grades: (aGradedRecord().grades ?? []).map((one) => ({ ...one, grade })) }),
      },
      anIssue(index),
    );
  });

describe('stamped statements', () => {
  it('are those of the document, whatever somebody is called', async () => {
    const stamps = new StampedCanonical();
    await fc.assert(
      fc.asyncProperty(credentials, async (credential) => {
        expect(await stamps.of(credential, ownPartsOf(credential))).toBe(await canonicalDocument(credential));
      }),
      { numRuns: 150 },
    );
  });

  it('are not taken from another shape', async () => {
    const stamps = new StampedCanonical();
    for (const ects of [5, 6, 5, null]) {
      const record = anAwardRecord({ workload: { minutes: 7500, ...(ects && { ects }) } as never });
      const credential = buildCredential(record, anIssue());
      expect(await stamps.of(credential, ownPartsOf(credential))).toBe(await canonicalDocument(credential));
    }
  });
});

describe('many signatures', () => {
  it('are the same as single ones, and hold for another verifier', async () => {
    const issuer = new IssuerAtWork();
    const bulk = new BulkSigner();
    const created = '2026-11-20T10:00:00Z';
    for (const [at, givenName] of ['Ana', '<b>"Ana\\"</b>', 'urn:mark:2'].entries()) {
      const learner = { givenName, familyName: 'Horvat', dateOfBirth: '1990-05-17' };
      const credential = buildCredential(anAwardRecord({ learner }), anIssue(at));
      const signed = await bulk.sign(credential, { signer: issuer.signer, created });
      expect(signed).toEqual(await issuer.sign(credential, created));
      expect(await independentlyAccepted(signed, issuer)).toBe(true);
    }
  });
});
