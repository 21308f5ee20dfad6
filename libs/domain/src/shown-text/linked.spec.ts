import { partsOfText } from './linked';

/** In brackets what is more than words. */
const shown = (text: string, names: readonly string[] = []) =>
  partsOfText(text, names)
    .map((part) => (part.kind === 'words' ? part.text : `[${part.kind} ${part.text}]`))
    .join('');

it.each([
  ['', ''],
  ['One line.\nAnother.', 'One line.\nAnother.'],
  ['See https://www.enic-naric.net/tools?a=1#b.', 'See [link https://www.enic-naric.net/tools?a=1#b].'],
  ['(http://example.org), then', '([link http://example.org]), then'],
  ['HTTPS://EXAMPLE.ORG', '[link HTTPS://EXAMPLE.ORG]'],
  ['javascript:alert(1) and data:text/html,x', 'javascript:alert(1) and data:text/html,x'],
  ['<a href="https://example.org">x</a>', '<a href="[link https://example.org]">x</a>'],
  ['https://', 'https://'],
])('%j is shown as %j', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

it('mentions only who is named, the longer name first', () => {
  const names = ['Ana', 'Ana Kovač (HR)', '.*'];
  expect(shown('@Ana, @Ana Kovač (HR) and @Eva: a@Ana', names)).toBe(
    '[name @Ana], [name @Ana Kovač (HR)] and @Eva: a[name @Ana]',
  );
});
