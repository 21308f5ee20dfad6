/**
 * Runs in a process of its own because it opens files of strangers: such a file may do anything to a parser, and a loop
 * or swelling ends with this process and nothing else. Node runs these files unbundled, so they use no TypeScript that
 * leaves code behind and import packages and each other only.
 */
import { readFile } from 'node:fs/promises';
import { within } from '../../workers/guard.ts';
import { annotatedPdf, type PdfNote } from './annotate.ts';
import { bind, extentOf, type MergePlan, type SourceFile } from './bind.ts';
import { inspect } from './inspect.ts';
import { manuscriptOf, type ManuscriptFile } from './manuscript.ts';
import { picturesOfPdf } from './pictures-of-pdf.ts';
import { inspectRecording } from './recording.ts';
import { textOfFile } from './text-of-file.ts';
import { withoutAuthors } from './without-authors.ts';

// Remarks of parsers about a file do not belong in our log.
const nothing = () => undefined;
Object.assign(console, { log: nothing, warn: nothing, error: nothing });

/** Seconds of CPU time. A scan of twenty megabytes takes one or two. */
const toInspect = 15;
const toMeasure = 15;
const toBind = 120;
const toAnnotate = 30;
const toReadManuscript = 120;
const toReadText = 60;

export const inspectFile = ({ path, name, kind }: { path: string; name: string; kind: 'document' | 'recording' }) =>
  within(toInspect, async () => {
    const bytes = await readFile(path);
    return kind === 'recording' ? inspectRecording(bytes) : inspect(bytes, name);
  });

export const extentOfFile = ({ leaf, most }: { leaf: SourceFile; most: number }) =>
  within(toMeasure, () => extentOf(leaf, most));

export const mergeFiles = (book: MergePlan) => within(toBind, () => bind(book));

export const annotateFile = ({ path, notes }: { path: string; notes: readonly PdfNote[] }) =>
  within(toAnnotate, async () => annotatedPdf(await readFile(path), notes));
/** How each page of a PDF looks (JPEG). Throws where it has more. */
export const drawPages = ({ path, most }: { path: string; most: number }) =>
  within(toReadText, async () => (await picturesOfPdf(await readFile(path), most)).map(({ bytes }) => bytes));

export const readText = ({ path, type }: SourceFile) =>
  within(toReadText, async () => textOfFile(await readFile(path), type));
export const readManuscript = (file: ManuscriptFile) => within(toReadManuscript, () => manuscriptOf(file));

export const copyWithoutAuthors = ({ path, type }: SourceFile) =>
  within(toAnnotate, async () => withoutAuthors(await readFile(path), type));

export const readWordsWithoutAuthors = ({ path, type }: SourceFile) =>
  within(toAnnotate, async () => {
    const copy = await withoutAuthors(await readFile(path), type);
    return copy && textOfFile(Buffer.from(copy), type);
  });
