/**
 * Sets PDFs, in a process of its own because the Typst binding keeps about a megabyte of every document: the process is
 * replaced now and then, which frees the memory. Node runs this file unbundled, so it uses no TypeScript that leaves
 * code behind and imports packages and files of the same kind.
 */
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { within } from '../workers/guard.ts';
import { fallbacks, fontPaths } from './fonts.ts';

export interface Sheet {
  /** The text of a Typst template. */
  readonly template: string;
  /** The template's data, which it reads from `sys.inputs.data`, as JSON. */
  readonly data: string;
  readonly standard?: string;
  /** Pictures, which the template names below its root: `image("/1.jpg")`. */
  readonly pictures?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}
/** A document as HTML, or what is wrong with its template or data. */
export type SetHtml = { readonly html: string } | { readonly fault: string };

/** A page as a picture: shapes without fonts, and the same in pixels. */
export interface Picture {
  readonly svg: string;
  readonly png: Uint8Array;
}

/** A fault names the characters that no font has, if they alone keep the document from being archival. */
export type Printed =
  { readonly pdf: Uint8Array } | { readonly fault: string; readonly unprintable: readonly string[] };

const require = createRequire(import.meta.url);
const { NodeCompiler } =
  require('@myriaddreamin/typst-ts-node-compiler') as typeof import('@myriaddreamin/typst-ts-node-compiler');

/** The root of all files that a template can name. Nothing is there but the pictures of its document, in memory. */
const workspace = join(tmpdir(), 'libretto-typesetter');
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths }], workspace });

/** Archival, with tags for screen readers and room for attachments. */
const archival = 'a-3a';

/** Seconds of CPU time. A supplement takes one. */
const toPrint = 60;

export const print = (sheet: Sheet) => within(toPrint, () => printed(sheet));

export const draw = (sheet: Sheet) => within(toPrint, () => drawn(sheet));

export const setHtml = (sheet: Sheet) => within(toPrint, () => asHtml(sheet));

function printed(sheet: Sheet): Printed {
  try {
    return { pdf: set(sheet) };
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault);
    return { fault: messagesOf(message), unprintable: unprintableOf(message) };
  } finally {
    compiler.resetShadow();
    compiler.evictCache(10);
  }
}

function asHtml(sheet: Sheet): SetHtml {
  try {
    const compiled = compiler.tryHtml(sourceOf(sheet));
    return compiled.result ? { html: compiled.result.html() } : { fault: said(compiled.takeDiagnostics()) };
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  } finally {
    compiler.evictCache(10);
  }
}

/** The width and height of a picture in pixels. */
const pixels = 800;

async function drawn(sheet: Sheet): Promise<Picture | { readonly fault: string }> {
  try {
    const compiled = compiler.compile(sourceOf(sheet));
    if (!compiled.result) return { fault: said(compiled.takeDiagnostics()) };
    const svg = compiler.plainSvg(compiled.result);
    const png = await sharp(Buffer.from(svg), { density: 144 })
      .resize(pixels, pixels)
      .png({ palette: true })
      .toBuffer();
    return { svg, png };
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  } finally {
    compiler.evictCache(10);
  }
}

const sourceOf = ({ template, data }: Sheet) => ({
  mainFileContent: template,
  inputs: { data, fallbacks: JSON.stringify(fallbacks) },
});

function set({ standard = archival, pictures = [], ...sheet }: Sheet): Uint8Array {
  for (const { name, bytes } of pictures) compiler.mapShadow(join(workspace, name), Buffer.from(bytes));
  const compiled = compiler.compile(sourceOf(sheet));
  if (!compiled.result) throw new Error(said(compiled.takeDiagnostics()));
  return compiler.pdf(compiled.result, { pdfStandard: standard });
}

/** The messages alone of an exporter's error: the rest is its internal state. */
function messagesOf(fault: string): string {
  const messages = [...fault.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message]) => message);
  return messages.join('; ') || fault;
}

/** The characters in the exporter's error. It quotes them, some by their number. */
function unprintableOf(fault: string): string[] {
  const quoted = [...fault.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed with font/gs)].map(
    ([, text]) => text ?? '',
  );
  const texts = quoted.map((text) =>
    text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  );
  return [...new Set(texts.join(''))];
}

function said(diagnostics: import('@myriaddreamin/typst-ts-node-compiler').NodeError | null): string {
  const faults = diagnostics ? (compiler.fetchDiagnostics(diagnostics) as { message: string }[]) : [];
  return faults.map(({ message }) => message).join('; ') || 'Typst could not set the document.';
}
