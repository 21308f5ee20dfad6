import { isAddress, tidyAddress } from './address';

describe('an e-mail address', () => {
  it.each([
    'ana@university.example',
    'ana.kovač+course@university.example',
    'ana@žumberak.example',
    'o.centre@bjørnøya.example',
    'мария@университет.ею',
    'maria@xn--e1afmkfd.xn--e1a4c',
    'ana@sub.domain.co.uk',
    "o'brien@tcd.example",
    '用户@例子.广告',
    'δοκιμή@παράδειγμα.ελ',
    'a@b.io',
    `${'a'.repeat(64)}@b.example`,
  ])('%s is one', (typed) => {
    expect(isAddress(tidyAddress(typed))).toBe(true);
  });

  it.each([
    '',
    'ana',
    'ana@',
    '@university.example',
    'ana@localhost',
    'ana@127.0.0.1',
    'ana@[127.0.0.1]',
    'ana@university..example',
    'ana..kovac@university.example',
    '.ana@university.example',
    'ana kovac@university.example',
    'ana@uni versity.example',
    'ana@university.example/path',
    'ana@university.example:25',
    'ana@-university.example',
    'ana@university_.example',
    'ana@kov\u202Eač.example',
    'ana\u200B@university.example',
    'ana@university.example\nbcc: all@university.example',
    '"ana kovac"@university.example',
    'ana@a.example, eva@b.example',
    `${'č'.repeat(33)}@b.example`,
  ])('%j is none', (typed) => {
    expect(isAddress(tidyAddress(typed))).toBe(false);
  });

  it('is kept in small letters, composed', () => {
    expect(tidyAddress('  Ana.Kovac\u030C@University.Example ')).toBe('ana.kovač@university.example');
  });
});
