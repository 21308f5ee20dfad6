import { type Fault, faultAt } from '@libretto/domain';
import { isAlias, LineCounter, parseDocument, visit } from 'yaml';
import type { Located, Text } from './locate-fault';

/** A file's content, with the text that it was read from. */
export interface ReadFile extends Text {
  readonly content: unknown;
}

/** YAML's content, or its faults. Anchors are refused: a file that a person reads top to bottom needs none, an attack does. */
export function readYaml(text: string): ReadFile | { readonly faults: readonly Located<Fault>[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });

  const at = (offset: number, fault: Fault) => {
    const { line, col } = lines.linePos(offset);
    return { ...fault, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults = document.errors
    // The faults that follow the first are mostly its echo: a key given twice is not.
    .filter(({ code }, position) => position === 0 || code === 'DUPLICATE_KEY')
    .map(({ code, message, pos }) => at(pos[0], yamlFault(code, message)));
  if (document.errors.length === 0)
    visit(document, (_, node) => {
      if (isAlias(node)) faults.push(at(node.range?.[0] ?? 0, faultAt([], 'programmes.alias', { name: node.source })));
    });
  if (faults.length) return { faults };

  const content: unknown = document.toJS();
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return { faults: [at(0, faultAt([], 'programmes.not-a-programme'))] };
  return { content, document, lines };
}

function yamlFault(code: string, message: string): Fault {
  if (code === 'DUPLICATE_KEY') return faultAt([], 'programmes.repeated-key');
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return faultAt([], 'programmes.colon-in-text');
  return faultAt([], 'programmes.not-yaml', { reason: message.split('\n')[0] ?? code });
}
