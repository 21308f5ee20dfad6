import { computed, signal } from '@angular/core';
import { type Path, valueAt } from '@libretto/domain';
import { Document, isCollection, isMap, isNode, parseDocument } from 'yaml';

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

  at(path: Path): unknown {
    return valueAt(this.content(), path);
  }

  set(path: Path, value: unknown): void {
    this.change((document) => document.setIn(path, value));
  }

  remove(path: Path): void {
    this.change((document) => document.deleteIn(path));
  }

  append(path: Path, item: unknown): void {
    this.change((document) => {
      if (isCollection(document.getIn(path))) document.addIn(path, document.createNode(item));
      else document.setIn(path, document.createNode([item]));
    });
  }

  /** An item of a list goes to another place in it, with the comments on it. */
  move(path: Path, from: number, to: number): void {
    this.change((document) => {
      const list = document.getIn(path);
      if (isCollection(list)) list.items.splice(to, 0, ...(list.items.splice(from, 1) as never[]));
    });
  }

  /** A part as YAML, to be written by hand. */
  yamlAt(path: Path): string {
    const part = parseDocument(this.typed()).getIn(path, true);
    return isNode(part) ? new Document(part).toString(written) : '';
  }

  /** Puts a part that was written by hand in its place; `false` if it is no YAML. */
  setYaml(path: Path, yaml: string): boolean {
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
