import { separatorOf } from '@libretto/domain';

/**
 * The cells that somebody copied. A spreadsheet copies with tabs, also where it copies one column of texts with commas; a
 * text without tabs is taken apart at its own separator. Rejects where a quote opens and never closes.
 */
export async function readClip(text: string, isFromSheet: boolean): Promise<string[][]> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  const delimiter = isFromSheet || text.includes('\t') ? '\t' : separatorOf(text).separator;
  return parse(text.replace(/(\r\n?|\n)$/, ''), {
    delimiter,
    skip_empty_lines: false,
    relax_quotes: true,
    relax_column_count: true,
  });
}
