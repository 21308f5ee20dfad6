import { withoutPictures } from '@libretto/domain';
import { yamlInLongLines, yamlOf } from '../../platform/yaml/write-yaml';

/**
 * The limits of a file as text and as JSON, its pictures apart: far more than any programme needs. A version is read with
 * every page of its editions and kept in memory.
 */
export const mostBytesOfText = 80_000;
export const mostBytes = 60_000;

export const isTextTooLarge = (text: string): boolean => Buffer.byteLength(withoutPictures(text)) > mostBytesOfText;

/** Whether a programme is larger than one that may be kept. */
export const isTooLarge = ({ pictures: _, ...rest }: { readonly pictures?: unknown }): boolean =>
  Buffer.byteLength(JSON.stringify(rest)) > mostBytes;

/**
 * A programme as its author writes it, in a file that the check takes again. Deep lists take more room in YAML's lines than
 * in JSON, which is YAML too: where the lines are too many, each field at the top has one of its own. That adds three bytes
 * a field to what is at most `mostBytes`, and there are a few dozen of them. Editors ask at the address of its first line
 * what may be written. Pictures come last, where their long lines are in nobody's way.
 */
export function fileOf(
  { pictures, ...rest }: { readonly pictures?: object | undefined },
  schemaAddress: string,
): string {
  const definition = { ...rest, ...(pictures && { pictures }) };
  const head = `# yaml-language-server: $schema=${schemaAddress}\n`;
  const lines = head + yamlOf(rest) + (pictures ? yamlInLongLines({ pictures }) : '');
  if (!isTextTooLarge(lines)) return lines;
  const fields = Object.entries(definition).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `${head}{\n${fields.join(',\n')}\n}\n`;
}
