import { isRegisterScheme } from './certificate';
import type { ProgrammeDraft } from './draft';
import { spelledPath } from './fault';
import { faultsOf } from './faults';
import { sound } from './sound-programme.builder';

describe('what a certificate would say', () => {
  it.each<[string, Partial<ProgrammeDraft>, string[]]>([
    [
      'a partner who awards too',
      { awardingBodies: [{ name: 'A' }, { name: 'B' }], partners: [{ name: 'B', cooperation: 1 }] },
      [],
    ],
    [
      'a joint award of somebody who does not award',
      {
        awardingBodies: [{ name: 'A' }],
        partners: [
          { name: 'C', cooperation: 3 },
          { name: 'B', cooperation: 1 },
        ],
      },
      ['partners.2.cooperation programmes.joint-award'],
    ],
    ['two languages of the certificate', { certificate: { languages: ['it', 'en'] } }, []],
    [
      'a language of the certificate in which its texts are',
      { certificate: { languages: ['fr'] }, outcomes: [{ id: 'one', text: { en: 'A', fr: 'B' } }] as never },
      [],
    ],
    [
      'a language in which one of them is not',
      { certificate: { languages: ['it', 'fr'] }, outcomes: [{ id: 'one', text: { en: 'A', it: 'A' } }] as never },
      ['outcomes.1.text.fr programmes.not-in-language-of-certificate'],
    ],
    [
      'pictures that are there',
      { certificate: { seal: 'seal' }, awardingBodies: [{ name: 'A', logo: 'a' }], pictures: { seal: '', a: '' } },
      [],
    ],
    [
      'pictures that are not',
      {
        certificate: { logo: 'constructor' },
        awardingBodies: [{ name: 'A', signatory: { signature: 'b' } }],
        partners: [{ name: 'B', logo: 'a' }],
      },
      [
        'partners.1.logo programmes.no-such-picture',
        'awardingBodies.1.signatory.signature programmes.no-such-picture',
        'certificate.logo programmes.no-such-picture',
      ],
    ],
    [
      'one language twice',
      { certificate: { languages: ['it', 'it'] } },
      ['certificate.languages.2 programmes.repeated-language'],
    ],
  ])('looks at what the certificate would say: %s', (_, part, faults) => {
    expect(faultsOf({ ...sound, ...part }).map(({ path, refused }) => `${spelledPath(path)} ${refused}`)).toEqual(
      faults,
    );
  });

  it.each([
    ['CIMEA-{year}-{number}', true],
    ['{number}', true],
    ['CIMEA', false],
    ['{number}-{number}', false],
    ['{number}/{month}', false],
    ['{number}{}', false],
  ])('takes %s for the scheme of a register: %s', (scheme, isOne) => {
    expect(isRegisterScheme(scheme)).toBe(isOne);
  });
});
