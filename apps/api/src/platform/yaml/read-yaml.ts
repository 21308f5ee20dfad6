import { isScalar, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml';

/** What the parser takes a second colon for: in a line of its own, and within braces or brackets. */
const colonInText = new Set(['BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW']);

/** A place in a text. Both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A fault of a text as YAML, at its place. */
export interface YamlFault extends Place {
  readonly is: 'colon-in-text' | 'alias' | 'repeated-key' | 'not-yaml';
  /** For an alias its name, for invalid YAML the reason. */
  readonly about: string;
}

/** The contents of a text, or its faults. */
export type ReadYaml = { readonly content: unknown } | { readonly faults: readonly YamlFault[] };

/** More of them at once would help nobody. */
const mostFaults = 100;

/** Anchors are refused: people do not need them, attacks do. */
export function readYaml(text: string): ReadYaml {
  const { document, lines } = parsed(text);
  const at = (offset: number, is: YamlFault['is'], about = ''): YamlFault => {
    const { line, col } = lines.linePos(offset);
    return { is, about, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults: YamlFault[] = [];
  const [first] = document.errors;
  // The faults that follow the first are mostly its echo.
  if (first)
    faults.push(
      at(first.pos[0], colonInText.has(first.code) ? 'colon-in-text' : 'not-yaml', first.message.split('\n')[0]),
    );
  else
    visit(document, {
      Alias: (_, { range, source }) => void faults.push(at(range?.[0] ?? 0, 'alias', source)),
      Map: (_, map) => void faults.push(...repeatedKeys(map).map((offset) => at(offset, 'repeated-key'))),
    });
  return faults.length ? { faults: faults.slice(0, mostFaults) } : { content: document.toJS() as unknown };
}

export function parsed(text: string) {
  const lines = new LineCounter();
  // The package compares each key with every other one: a file of many keys would keep it busy for seconds.
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false }), lines };
}

/** The places of keys that the map has already. */
function repeatedKeys({ items }: YAMLMap): number[] {
  const seen = new Set<unknown>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const repeated = seen.has(key.value);
    seen.add(key.value);
    return repeated ? [key.range?.[0] ?? 0] : [];
  });
}
