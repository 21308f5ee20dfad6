import { Injectable } from '@nestjs/common';
import type { Block, Run } from '../../../platform/files/manuscript-reader';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import template from './references.typ';

/** The references of a book: BibTeX, and the key in it for each key of each work. */
export interface MergedReferences {
  readonly bibtex: string;
  readonly keysOf: readonly ReadonlyMap<string, string>[];
}

const entry = /@\s*\w+\s*\{\s*([^,\s{}"]+)\s*,/g;
const citation = /\[((?:@[\w:.+/-]+)(?:\s*;\s*@[\w:.+/-]+)*)\]/g;

/** Reads the references of works, which are BibTeX, as the typesetter reads them. */
@Injectable()
export class References {
  constructor(private readonly renderer: PdfRenderer) {}

  async areReadable(references: string): Promise<boolean> {
    if (references === '') return true;
    if (keysIn(references).length === 0) return false;
    try {
      await this.renderer.setHtml(template, { references });
      return true;
    } catch {
      return false;
    }
  }
}

const keysIn = (bibtex: string): string[] => [...bibtex.matchAll(entry)].map(([, key]) => key as string);

/**
 * The references of several works as one list. Two works may use one key for different things, and both name the same
 * thing: each entry is known by its own text, so that it is listed once.
 */
export function mergeReferences(works: readonly string[]): MergedReferences {
  const keyOfEntry = new Map<string, string>();
  const keysOf = works.map((references) => {
    const keys = new Map<string, string>();
    for (const part of references.split(/^(?=\s*@)/m)) {
      const [key] = keysIn(part);
      if (!key) continue;
      const text = part.trim().replace(/\s+/g, ' ').replace(key, '');
      const own = keyOfEntry.get(text) ?? `reference-${keyOfEntry.size + 1}`;
      keyOfEntry.set(text, own);
      keys.set(key, own);
    }
    return keys;
  });
  const bibtex = [...keyOfEntry].map(([text, key]) => text.replace(/\{\s*,/, `{${key},`)).join('\n');
  return { bibtex, keysOf };
}

/** The same blocks, in which each `[@key]` of a known reference is a citation. */
export const withCitations = (blocks: readonly Block[], keys: ReadonlyMap<string, string>): readonly Block[] =>
  blocks.map((block): Block => {
    const runs = (all: readonly Run[]) => all.flatMap((run) => citedIn(run, keys));
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return { ...block, runs: runs(block.runs) };
      case 'quote':
        return { ...block, blocks: withCitations(block.blocks, keys) };
      case 'list':
        return { ...block, items: block.items.map((item) => withCitations(item, keys)) };
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map(runs)) };
      default:
        return block;
    }
  });

function citedIn(run: Run, keys: ReadonlyMap<string, string>): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const { 0: whole, 1: inside = '', index } of run.text.matchAll(citation)) {
    const cite = inside.split(';').flatMap((key) => keys.get(key.trim().slice(1)) ?? []);
    if (!cite.length) continue;
    runs.push({ ...run, text: run.text.slice(from, index) }, { text: whole, cite });
    from = index + whole.length;
  }
  return [...runs, { ...run, text: run.text.slice(from) }].filter(({ text }) => text !== '');
}
