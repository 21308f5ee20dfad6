import { at, isText } from '../award/award-record';
import { isObject, type Json } from '../platform/json';

/** A badge's image has its credential baked in (Open Badges 3.0, sections 5.3.1 and 5.3.2): a text chunk, or an element. */
export const isImage = (data: Uint8Array): boolean => isPng(data) || isSvg(data);

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const isPng = (data: Uint8Array): boolean => pngSignature.every((byte, at) => data[at] === byte);

const isSvg = (data: Uint8Array): boolean =>
  /^\s*(<[?!].*?)?<svg\b/is.test(new TextDecoder().decode(data.slice(0, 1000)));

interface Baked {
  readonly texts: readonly string[];
  readonly older: readonly string[];
}

/**
 * The texts baked into an image: credentials as JSON or tokens, and what Open Badges 2.0 bake in. Throws for an image whose
 * parts can't be read.
 */
export async function bakedIn(data: Uint8Array): Promise<Baked> {
  return isPng(data) ? inChunks(data) : inElements(new TextDecoder().decode(data));
}

const latin1 = new TextDecoder('latin1');

function inChunks(data: Uint8Array): Baked {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const texts: string[] = [];
  const older: string[] = [];
  for (let at = pngSignature.length; at + 12 <= data.length;) {
    const length = view.getUint32(at);
    const chunk = data.subarray(at + 8, at + 8 + length);
    if (chunk.length < length) throw new RangeError('A chunk longer than the file.');
    if (latin1.decode(data.subarray(at + 4, at + 8)) === 'iTXt') {
      const keyword = latin1.decode(chunk.subarray(0, chunk.indexOf(0)));
      const into = keyword === 'openbadgecredential' ? texts : keyword === 'openbadges' ? older : undefined;
      into?.push(textOf(chunk.subarray(keyword.length + 1)));
    }
    at += length + 12;
  }
  return { texts, older };
}

/** The text of an `iTXt` chunk behind its keyword: two flags, a language and a translated keyword come before. */
function textOf(rest: Uint8Array): string {
  if (rest[0] !== 0) throw new RangeError('A compressed text, which Open Badges does not allow.');
  const endOfLanguage = rest.indexOf(0, 2);
  const endOfKeyword = rest.indexOf(0, endOfLanguage + 1);
  return new TextDecoder().decode(rest.subarray(endOfKeyword + 1));
}

async function inElements(svg: string): Promise<Baked> {
  const { XMLParser } = await import('fast-xml-parser');
  const tree = new XMLParser({ ignoreAttributes: false, processEntities: false, parseTagValue: false }).parse(
    svg,
  ) as Json;
  const named = (node: Json | undefined, name: RegExp): Json[] => {
    if (Array.isArray(node)) return node.flatMap((item: Json) => named(item, name));
    if (!isObject(node)) return [];
    return Object.entries(node).flatMap(([key, inner]) =>
      name.test(key) ? [inner ?? ''].flat() : named(inner, name),
    ) as Json[];
  };
  const textsIn = (name: RegExp): string[] =>
    named(tree, name)
      .map((element) => [at(element, '@_verify'), at(element, '#text'), element].find(isText))
      .filter(isText);
  return { texts: textsIn(/^(\w+:)?credential$/), older: textsIn(/^(\w+:)?assertion$/) };
}
