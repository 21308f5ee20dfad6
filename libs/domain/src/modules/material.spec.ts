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
  ])('%s: %s', (address, expected) => {
    expect(isWebAddress(address)).toBe(expected);
  });
});
