import { type Refusal, refuse } from '../refusal';
import type { WorkFileKind } from './handing-in';

/** Between so many and so many. */
interface Range {
  readonly least: number;
  readonly most: number;
}

/** The parts of a version as a brief in a programme file asks for them; older files name the kinds of one file, or nothing. */
export interface PartsAsked {
  readonly files?:
    | {
        readonly kinds?: readonly WorkFileKind[] | undefined;
        readonly least?: number | undefined;
        readonly most?: number | undefined;
      }
    | undefined;
  readonly links?: { readonly least?: number | undefined; readonly most: number } | undefined;
  readonly text?: { readonly least?: number | undefined; readonly most: number } | undefined;
}

/** What a version may consist of: so many files and links, and a text of so many words; `null` for no text. */
export interface PartsTerms {
  readonly files: Range & { readonly kinds: readonly WorkFileKind[] | null };
  readonly links: Range;
  readonly text: Range | null;
}

/** The limits of what a brief can ask for. */
export const mostFilesOfVersion = 20;
export const mostLinksOfVersion = 20;
export const mostWordsOfVersion = 3000;
/** The letters of a text of so many words, in any script. */
export const mostLettersOfVersion = 20_000;

/** One file, unless a brief says otherwise. */
export function partsOf({ files, links, text }: PartsAsked): PartsTerms {
  const most = files?.most ?? Math.max(1, files?.least ?? 1);
  return {
    files: { least: files?.least ?? Math.min(1, most), most, kinds: files?.kinds ?? null },
    links: { least: links?.least ?? 0, most: links?.most ?? 0 },
    text: text ? { least: text.least ?? 0, most: text.most } : null,
  };
}

/** The numbers of a version's parts. */
export interface PartsGiven {
  readonly files: number;
  readonly links: number;
  readonly words: number;
}

/** Whether a version consists of what the brief asks for. */
export function takesParts({ files, links, text }: PartsTerms, given: PartsGiven): true | Refusal {
  if (given.files + given.links + given.words === 0) return refuse('project-work.nothing-to-hand-in');
  const words = text ?? { least: 0, most: 0 };
  if (given.files > files.most) return refuse('project-work.too-many-files', { given: given.files, most: files.most });
  if (given.links > links.most) return refuse('project-work.too-many-links', { given: given.links, most: links.most });
  if (given.words > words.most) return refuse('project-work.too-many-words', { given: given.words, most: words.most });
  if (given.files < files.least)
    return refuse('project-work.too-few-files', { given: given.files, least: files.least });
  if (given.links < links.least)
    return refuse('project-work.too-few-links', { given: given.links, least: links.least });
  if (given.words < words.least)
    return refuse('project-work.too-few-words', { given: given.words, least: words.least });
  return true;
}

const mostLettersOfLink = 1000;

/** Each runtime of the domain has it (WHATWG URL); no library of types that it is compiled with does. */
declare const URL: {
  parse(text: string): { readonly [part in 'href' | 'hostname' | 'username' | 'password']: string } | null;
};

/**
 * A typed link as it is kept, or `null`: a page on the web whose address hides nothing. Letters of other scripts stand in it as
 * the machine reads them, so that no site looks like another.
 */
export function linkOf(typed: string): string | null {
  const text = typed.trim();
  // A browser skips some of these where they stand, so what is read is not what is opened.
  if (!/^https?:\/\//i.test(text) || /[\s\p{C}\\]/u.test(text)) return null;
  const url = URL.parse(text);
  if (!url || url.username || url.password || !/^([^.].*\.[^.]|\[)/.test(url.hostname)) return null;
  return url.href.length <= mostLettersOfLink ? url.href : null;
}

/** The limits of one file, and of all that one person has on the way and has not handed in. */
export const mostMegabytesOfFile = 100;
const mostFilesOnTheWay = 40;
const mostMegabytesOnTheWay = 500;
const megabyte = 1024 * 1024;

/** Whether a file of so many bytes may begin to come. */
export function mayUpload(bytes: number, onTheWay: { readonly files: number; readonly bytes: number }): true | Refusal {
  if (bytes > mostMegabytesOfFile * megabyte)
    return refuse('project-work.file-too-large', { megabytes: mostMegabytesOfFile });
  if (onTheWay.files >= mostFilesOnTheWay || onTheWay.bytes + bytes > mostMegabytesOnTheWay * megabyte)
    return refuse('project-work.uploads-full', { files: mostFilesOnTheWay, megabytes: mostMegabytesOnTheWay });
  return true;
}
