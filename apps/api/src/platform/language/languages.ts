import { findLanguageFolder, readDocumentLanguages, readLanguages } from '@libretto/language/files';
import { type Say, type Sentences, sayIn } from '@libretto/language';

const fallback = 'en';

/** Every language of the installation, read once. */
export class Languages {
  private readonly says = new Map<string, Say>();

  private readonly documents = new Map<string, Say>();

  private constructor(sentences: Map<string, Sentences>, ofDocuments: Map<string, Sentences>) {
    for (const [code, texts] of sentences) this.says.set(code, sayIn(code, texts));
    for (const [code, texts] of ofDocuments) this.documents.set(code, sayIn(code, texts));
  }

  /** Reads the language files of a folder, by default of the one beside the running program. */
  static read(folder = findLanguageFolder(import.meta.dirname)): Languages {
    return new Languages(readLanguages(folder), readDocumentLanguages(folder));
  }

  all(): { code: string; name: string }[] {
    return [...this.says].map(([code, say]) => ({ code, name: say('common.name') }));
  }

  /** The language itself if it is installed, else its substitute. */
  nearest(code: string): string {
    return this.says.has(code) ? code : fallback;
  }

  has(code: string): boolean {
    return this.says.has(code);
  }

  /** The sentences of a language; English if the installation does not have it. */
  in(code: string): Say {
    return (this.says.get(code) ?? this.says.get(fallback)) as Say;
  }

  /** The sentences of documents, which are worded in more languages than screens. */
  ofDocuments(code: string): Say {
    return this.documents.get(code) ?? this.in(code);
  }

  /** The sentences of the first language of an `Accept-Language` header that the installation has. */
  accepted(header: string | undefined): Say {
    return this.in(this.firstOf(header));
  }

  /** The first language of an `Accept-Language` header that is installed. */
  firstOf(header: string | undefined): string {
    const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
    return wanted.find((code) => this.says.has(code)) ?? fallback;
  }
}
