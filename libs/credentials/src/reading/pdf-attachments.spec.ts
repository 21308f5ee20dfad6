import { anAwardRecord, anIssue } from '../testing/award-record.builder';
import { buildCredential } from '../award/build-credential';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import { aPdfWith } from '../testing/pdf.builder';
import { verify } from '../verification/verify';

const issuer = new IssuerAtWork();
const verifyPdf = (pdf: Uint8Array<ArrayBuffer>) =>
  verify(pdf, { loader: issuer.loader, now: new Date('2026-11-23T10:00:00Z'), trusted: issuer.trusted });

describe('a credential in a PDF', () => {
  it('is found and verified', async () => {
    await issuer.publishStatusLists([]);
    const learner = { givenName: 'Željka', familyName: 'Ćosić', dateOfBirth: '1990-05-17' };
    const signed = await issuer.sign(buildCredential(anAwardRecord({ learner }), anIssue()));
    const pdf = aPdfWith('credential.json', JSON.stringify(signed));
    expect(await verifyPdf(pdf)).toMatchObject({ verdict: 'valid', contents: { holder: 'Željka Ćosić' } });
    expect(pdf.length).toBeGreaterThan(0);
  });

  it.each([
    ['no-attachment', aPdfWith('notes.txt', 'nothing to see')],
    ['no-attachment', aPdfWith('other.json', '{"some":"data"}')],
    ['broken-pdf', new Uint8Array(Buffer.from('%PDF-1.7\nbroken'))],
  ])('is missed with the reason %s', async (code, pdf) => {
    expect(await verifyPdf(pdf)).toEqual({ verdict: 'unreadable', checks: [expect.objectContaining({ code })] });
  });
});
