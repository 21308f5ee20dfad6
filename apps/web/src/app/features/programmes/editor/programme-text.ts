import { computed, signal } from '@angular/core';
import { Document, isCollection, isMap, isNode, parseDocument } from 'yaml';

/** The keys and positions that lead to a part of the file. */
export type PartPath = readonly (string | number)[];

const written = { lineWidth: 110 };

/**
 * A programme file that is changed part by part. Its text is the only state: comments, order and quotes of all that is not
 * changed stay as their author wrote them.
 */
export class ProgrammeText {
  private readonly typed = signal('');
  readonly text = this.typed.asReadonly();
  readonly content = computed<unknown>(() => parseDocument(this.typed()).toJS());

  /** `false`, and what is open stays, if nothing of it could be changed or shown: it is no YAML, or swells by aliases. */
  open(text: string): boolean {
    const isTaken = isEditable(text);
    if (isTaken) this.typed.set(text);
    return isTaken;
  }

  at(path: PartPath): unknown {
    return path.reduce<unknown>(
      (part, step) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[step] : undefined),
      this.content(),
    );
  }

  set(path: PartPath, value: unknown): void {
    this.change((document) => document.setIn(path, value));
  }

  remove(path: PartPath): void {
    this.change((document) => document.deleteIn(path));
  }

  append(path: PartPath, item: unknown): void {
    this.change((document) => {
      if (isCollection(document.getIn(path))) document.addIn(path, document.createNode(item));
      else document.setIn(path, document.createNode([item]));
    });
  }

  /** An item of a list goes to another place in it, with the comments on it. */
  move(path: PartPath, from: number, to: number): void {
    this.change((document) => {
      const list = document.getIn(path);
      if (isCollection(list)) list.items.splice(to, 0, ...(list.items.splice(from, 1) as never[]));
    });
  }

  /** A part as YAML, to be written by hand. */
  yamlAt(path: PartPath): string {
    const part = parseDocument(this.typed()).getIn(path, true);
    return isNode(part) ? new Document(part).toString(written) : '';
  }

  /** Puts a part that was written by hand in its place; `false` if it is no YAML. */
  setYaml(path: PartPath, yaml: string): boolean {
    const part = parseDocument(yaml);
    if (part.errors.length) return false;
    return this.change((document) =>
      yaml.trim() === '' ? document.deleteIn(path) : document.setIn(path, part.contents),
    );
  }

  private change(how: (document: ReturnType<typeof parseDocument>) => void): boolean {
    const document = parseDocument(this.typed());
    how(document);
    return this.open(document.toString(written));
  }
}

function isEditable(text: string): boolean {
  const document = parseDocument(text);
  try {
    return document.errors.length === 0 && isMap(document.contents) && document.toJS() !== null;
  } catch {
    return false;
  }
}
