import { isWebAddress } from './material';

describe('a link of a module', () => {
  it.each([
    ['https://www.enic-naric.net/', true],
    ['HTTP://example.org/a?b=c#d', true],
    ['javascript:alert(1)', false],
    ['data:text/html,<script>', false],
    ['//example.org', false],
    ['https://', false],
    ['https://exa mple.org', false],
    [' https://example.org', false],
    ['ftp://example.org', false],
    ['https://cimea.it@evil.example/', false],
    ['https://ana:secret@example.org/', false],
    ['https://cimea.it\\@evil.example/', false],
    ['https://example.org/@ana', true],
    ['https://exam\u202Eple.org/', false],
    ['https://example.org/\u200B', false],
  ])('%s: %s', (address, expected) => {
    expect(isWebAddress(address)).toBe(expected);
  });
});
