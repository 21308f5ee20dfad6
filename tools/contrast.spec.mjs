/** The look's promise: the colours in `apps/web/src/styles/tokens.css` are readable, in light and in dark. */
import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('../apps/web/src/styles/tokens.css', import.meta.url), 'utf8');
const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
const colours = Object.fromEntries(pairs.map(([, name, light, dark]) => [name, { light, dark }]));

/** Contrast as WCAG 2 defines it. */
function contrast(one, other) {
  const luminance = (hex) => {
    const [r, g, b] = [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const texts = [
  ['text', ['paper', 'sheet', 'ink-wash', 'green-wash', 'amber-wash', 'red-wash']],
  ['soft', ['paper', 'sheet', 'ink-wash']],
  ['ink', ['paper', 'sheet', 'ink-wash']],
  ['on-ink', ['ink']],
  ['green', ['paper', 'sheet', 'green-wash']],
  ['amber', ['paper', 'sheet', 'amber-wash']],
  ['red', ['paper', 'sheet', 'red-wash']],
];

describe.each(['light', 'dark'])('the colours in %s', (scheme) => {
  it.each(texts.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground])))(
    'let %s be read on %s',
    (text, ground) => {
      expect(contrast(colours[text][scheme], colours[ground][scheme])).toBeGreaterThanOrEqual(4.5);
    },
  );

  // It stands off its control, so that on both sides of it is the ground of the page.
  it.each(['paper', 'sheet', 'ink-wash', 'green-wash', 'amber-wash', 'red-wash'])(
    'let the ring of the focus be seen on %s',
    (ground) => {
      expect(contrast(colours['ink'][scheme], colours[ground][scheme])).toBeGreaterThanOrEqual(3);
    },
  );

  it('let the ring be seen on the line that says what was done, and be told from the edge of a field', () => {
    expect(contrast(colours['ink-on-text'][scheme], colours['text'][scheme])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours['ink'][scheme], colours['paper'][scheme])).toBeGreaterThan(
      contrast(colours['edge'][scheme], colours['paper'][scheme]),
    );
  });

  it('let the edge of a field be seen', () => {
    expect(contrast(colours['edge'][scheme], colours['paper'][scheme])).toBeGreaterThanOrEqual(3);
  });
});
