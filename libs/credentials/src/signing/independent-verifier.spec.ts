import { aGradedRecord, anAwardRecord, anIssue } from '../testing/award-record.builder';
import { buildCredential } from '../award/build-credential';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import type { JsonObject } from '../platform/json';
import { independentlyAccepted } from '../testing/reference-verifier.builder';

const issuer = new IssuerAtWork();

const accepts = (credential: JsonObject) => independentlyAccepted(credential, issuer);

describe('the reference verifier', () => {
  it.each([
    ['a plain name', 'Ana', 'Horvat'],
    ['quotes, backslashes and line ends', 'A"n\\a', "O'Hor\nvat\t\u0007"],
    ['markup', '<script>alert(1)</script>', '{"@id":"urn:x"}'],
    ['other scripts', 'Željka 𝒜', 'Ćosić-Đurić 李'],
  ])('accepts a credential with %s', async (_, givenName, familyName) => {
    const record = anAwardRecord({ learner: { givenName, familyName, dateOfBirth: '1990-05-17' } });
    expect(await accepts(await issuer.sign(buildCredential(record, anIssue())))).toBe(true);
  });

  it('accepts a grade with its scale, in the form that Open Badges has for both', async () => {
    const credential = buildCredential(aGradedRecord(), anIssue());
    expect(credential['credentialSubject']).toMatchObject({
      achievement: {
        resultDescription: [{}, { allowedValue: ['17', '18', '28', '29', '30', '30 e lode'], requiredValue: '18' }],
      },
      result: [{ status: 'Completed' }, { value: '28' }],
    });
    expect(await accepts(await issuer.sign(credential))).toBe(true);
  });

  it('accepts the status list', async () => {
    await issuer.publishStatusLists([1, 2]);
    expect(await accepts(issuer.web.get('https://libretto.example/status-lists/1') as JsonObject)).toBe(true);
  });

  it('rejects what ours rejects', async () => {
    const signed = await issuer.sign(buildCredential(anAwardRecord(), anIssue()));
    expect(await accepts({ ...signed, name: 'Another title' })).toBe(false);
  });
});
