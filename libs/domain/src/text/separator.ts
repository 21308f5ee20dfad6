const separators = [',', ';', '\t', '|', ':', '^', '~'];

/** The separator of a table that was saved as text, and the number of lines before the table. */
export interface Separated {
  readonly separator: string;
  readonly linesBefore: 0 | 1;
}

/**
 * Excel may name the separator in a line of its own. Otherwise it is the most frequent one in each of the first lines; where
 * titles stand above the table, in its widest line.
 */
export function separatorOf(text: string): Separated {
  const said = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (said) return { separator: said, linesBefore: 1 };
  // Quoted text may contain separators and ends of lines.
  const lines = text
    .replace(/"(""|[^"])*"/g, '')
    .split(/[\r\n]+/)
    .filter((line) => line.trim())
    .slice(0, 10);
  const inEach = (separator: string) => Math.min(...lines.map((line) => timesIn(line, separator)));
  const inHead = (separator: string) => timesIn(lines[0] ?? '', separator);
  const inWidest = (separator: string) => Math.max(...lines.map((line) => timesIn(line, separator)));
  const separator = separators.reduce((best, one) =>
    (inEach(one) - inEach(best) || inHead(one) - inHead(best) || inWidest(one) - inWidest(best)) > 0 ? one : best,
  );
  return { separator, linesBefore: 0 };
}

const timesIn = (line: string, separator: string): number => line.split(separator).length - 1;
