import { type Fault, faultAt } from '@libretto/domain';
import { isScalar, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml';
import type { Located, Text } from './locate-fault';

/** A file's content, with the text that it was read from. */
export interface ReadFile extends Text {
  readonly content: unknown;
}

/** More at once help nobody. */
export const mostFaults = 100;

/** YAML's content, or its faults. Anchors are refused: a file that a person reads top to bottom needs none, an attack does. */
export function readYaml(text: string): ReadFile | { readonly faults: readonly Located<Fault>[] } {
  const lines = new LineCounter();
  // The package compares each key with every other one: a file of many keys would keep it busy for seconds.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });

  const at = (offset: number, fault: Fault) => {
    const { line, col } = lines.linePos(offset);
    return { ...fault, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  // The faults that follow the first are mostly its echo.
  const faults = document.errors.slice(0, 1).map(({ code, message, pos }) => at(pos[0], yamlFault(code, message)));
  if (document.errors.length === 0)
    visit(document, {
      Alias: (_, { range, source }) => void faults.push(at(range?.[0] ?? 0, faultAt([], 'programmes.alias', { name: source }))),
      Map: (_, map) => void faults.push(...repeatedKeys(map).map((offset) => at(offset, faultAt([], 'programmes.repeated-key')))),
    });
  if (faults.length) return { faults: faults.slice(0, mostFaults) };

  const content: unknown = document.toJS();
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return { faults: [at(0, faultAt([], 'programmes.not-a-programme'))] };
  return { content, document, lines };
}

/** Where a key stands that the map has already. */
function repeatedKeys({ items }: YAMLMap): number[] {
  const seen = new Set<unknown>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const repeated = seen.has(key.value);
    seen.add(key.value);
    return repeated ? [key.range?.[0] ?? 0] : [];
  });
}

function yamlFault(code: string, message: string): Fault {
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return faultAt([], 'programmes.colon-in-text');
  return faultAt([], 'programmes.not-yaml', { reason: message.split('\n')[0] ?? code });
}
