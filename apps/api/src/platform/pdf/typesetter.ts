/**
 * What sets PDFs, in a process of its own because the Typst binding keeps about a megabyte of every document: the process
 * is replaced now and then, and the memory goes with it. Node runs this file as it stands, so it uses no TypeScript that leaves
 * code behind and imports packages and what does the same.
 */
import { createRequire } from 'node:module';
import { within } from '../workers/guard.ts';

export interface Sheet {
  /** The text of a Typst template. */
  readonly template: string;
  /** What the template reads from `sys.inputs.data`, as JSON. */
  readonly data: string;
  readonly standard?: string;
}

export type Printed = { readonly pdf: Uint8Array } | { readonly fault: string };

const require = createRequire(import.meta.url);
const { NodeCompiler } =
  require('@myriaddreamin/typst-ts-node-compiler') as typeof import('@myriaddreamin/typst-ts-node-compiler');

const faces = {
  'source-serif-4': ['300Light', '400Regular', '400Regular_Italic', '300Light_Italic', '600SemiBold'],
  'source-sans-3': ['400Regular', '400Regular_Italic', '600SemiBold'],
};
const familyFiles = { 'source-serif-4': 'SourceSerif4', 'source-sans-3': 'SourceSans3' };

// Every font comes from a package: what is set looks the same on every machine.
const fontPaths = (Object.keys(faces) as (keyof typeof faces)[]).flatMap((family) =>
  faces[family].map((face) => require.resolve(`@expo-google-fonts/${family}/${face}/${familyFiles[family]}_${face}.ttf`)),
);

const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths }] });

/** Archival and tagged where this platform's Typst can (0.14), archival where it cannot (0.13). */
const bestStandard = canSet('a-3a') ? 'a-3a' : 'a-3b';

/** Seconds of CPU time. A supplement takes one. */
const toPrint = 60;

export const print = (sheet: Sheet) => within(toPrint, () => printed(sheet));

function printed({ template, data, standard = bestStandard }: Sheet): Printed {
  try {
    return { pdf: set(template, data, standard) };
  } catch (fault) {
    return { fault: messagesOf(fault) };
  } finally {
    compiler.evictCache(10);
  }
}

function set(template: string, data: string, standard: string): Uint8Array {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data } });
  if (!compiled.result) throw new Error(said(compiled.takeDiagnostics()));
  return compiler.pdf(compiled.result, { pdfStandard: standard });
}

function canSet(standard: string): boolean {
  try {
    set('#set document(title: "-", date: none)\n#set text(lang: "en")\n-', '{}', standard);
    return true;
  } catch {
    return false;
  }
}

/** The messages alone of what the exporter throws: the rest is where in its memory it stood. */
function messagesOf(fault: unknown): string {
  const text = fault instanceof Error ? fault.message : String(fault);
  const messages = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message]) => message);
  return messages.join('; ') || text;
}

function said(diagnostics: import('@myriaddreamin/typst-ts-node-compiler').NodeError | null): string {
  const faults = diagnostics ? (compiler.fetchDiagnostics(diagnostics) as { message: string }[]) : [];
  return faults.map(({ message }) => message).join('; ') || 'Typst could not set the document.';
}
