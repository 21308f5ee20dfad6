import canonicalize from 'canonicalize';
import { canonicalDocument, canonicalQuads, expand, toQuads } from './canonical';
import type { Json, JsonObject } from '../platform/json';
import type { Quad, Term } from './quad';

/** Where a value stands in a document. */
export type Path = readonly (string | number)[];

/** The statements of documents of one shape: what stands where the documents differ, by its mark. */
interface Template {
  readonly quads: readonly Quad[];
  uses: number;
}

/** Programmes that issue at the same time; one more begins anew. */
const mostTemplates = 64;
/** The first document of a shape, and then every so many, is read in full to compare. */
const usesBetweenChecks = 500;

/** The statements that were stamped are not those of the document: nothing of it may be signed. */
export class WronglyStamped extends Error {}

/**
 * Canonical texts of documents that differ in a few values only. Most of the time of a signature goes into expanding JSON-LD: it
 * is done once for a shape, with a mark in place of each value, and the marks are then replaced in the statements. A value
 * becomes the whole of a term and is never read as JSON-LD, so that nothing in it can be taken for syntax.
 */
export class StampedCanonical {
  private readonly templates = new Map<string, Template>();
  /** Nobody can write a mark: it is known here only. */
  private readonly secret = crypto.randomUUID();

  /** The same as `canonicalDocument(document)`, whose values at these paths may be other ones next time. */
  async of(document: JsonObject, paths: readonly Path[]): Promise<string> {
    const values = paths.map((path) => valueAt(document, path));
    const shape = paths.reduce<Json>(
      (whole, path, at) => withValue(whole, path, this.mark(values[at] as Json, at)),
      document,
    );
    const template = await this.templateOf(shape as JsonObject);
    const stamps = new Map(values.map((value, at) => [textOf(this.mark(value, at)), textOf(value)]));
    const canonical = await canonicalQuads(template.quads.map((quad) => stamped(quad, stamps)));
    if (template.uses % usesBetweenChecks === 0 && canonical !== (await canonicalDocument(document)))
      throw new WronglyStamped('The statements of a credential are not those of its template.');
    template.uses += 1;
    return canonical;
  }

  /** In place of a value: of its own kind, since an address, a text and a JSON literal become different terms. */
  private mark(value: Json, at: number): Json {
    const mark = `urn:uuid:${this.secret}:${at}`;
    return typeof value === 'object' && value !== null ? { mark } : mark;
  }

  private async templateOf(shape: JsonObject): Promise<Template> {
    const key = JSON.stringify(shape);
    const known = this.templates.get(key);
    if (known) return known;
    if (this.templates.size >= mostTemplates) this.templates.clear();
    const template = { quads: await toQuads(await expand(shape)), uses: 0 };
    this.templates.set(key, template);
    return template;
  }
}

/** A value as the text of its term. */
const textOf = (value: Json): string => (typeof value === 'string' ? value : (canonicalize(value) ?? ''));

function stamped(quad: Quad, stamps: ReadonlyMap<string, string>): Quad {
  const term = (one: Term): Term => {
    const value = stamps.get(one.value);
    return value === undefined ? one : { ...one, value };
  };
  return { ...quad, subject: term(quad.subject), object: term(quad.object), graph: term(quad.graph) };
}

function valueAt(document: Json, path: Path): Json {
  return path.reduce<Json>((value, step) => (value as Record<string | number, Json>)[step] as Json, document);
}

function withValue(whole: Json, [step, ...rest]: Path, value: Json): Json {
  if (step === undefined) return value;
  const changed = withValue((whole as Record<string | number, Json>)[step] as Json, rest, value);
  return Array.isArray(whole)
    ? whole.map((item, at) => (at === step ? changed : item))
    : { ...(whole as JsonObject), [step]: changed };
}
