import { trustedIssuersIn } from './trusted-issuers';

const university = { did: 'did:web:university.example', name: 'A university' };

describe('a list of trusted issuers', () => {
  it.each<[string, unknown, unknown]>([
    ['ours', [university, { did: 'did:key:z6Mk' }], [university, { did: 'did:key:z6Mk' }]],
    ['of web addresses', [{ did: 'https://university.example' }], [{ did: 'https://university.example' }]],
    [
      'of certificates, in PEM or bare',
      [{ certificate: '-----BEGIN CERTIFICATE-----\nMIIB\nAA==\n-----END CERTIFICATE-----\n', name: 'A seal' }],
      [{ certificate: 'MIIBAA==', name: 'A seal' }],
    ],
    [
      'of the Digital Credentials Consortium',
      { meta: { created: '2026-01-01' }, registry: { 'did:key:z6Mk': { name: 'A school', location: 'Boston' } } },
      [{ did: 'did:key:z6Mk', name: 'A school' }],
    ],
    ['that is empty', [], []],
    ['with an entry of both', [{ ...university, certificate: 'MIIB' }], undefined],
    ['with a name that is none', [{ ...university, name: ' ' }], undefined],
    ['with an address without a lock', [{ did: 'http://university.example' }], undefined],
    ['with a certificate that is none', [{ certificate: 'a certificate' }], undefined],
    ['with one entry that is none', [university, 'did:web:other.example'], undefined],
    ['that is no list', { registry: [university] }, undefined],
    ['that is nothing', null, undefined],
  ])('%s', (_, list, expected) => {
    expect(trustedIssuersIn(list)).toEqual(expected);
  });
});
