import { findLanguageFolder, readLanguages } from '@libretto/language/files';
import { type Say, type Sentences, sayIn } from '@libretto/language';

const fallback = 'en';

/** Every language of the installation, read once. */
export class Languages {
  private readonly says = new Map<string, Say>();

  private constructor(private readonly sentences: Map<string, Sentences>) {
    for (const [code, texts] of sentences) this.says.set(code, sayIn(code, texts));
  }

  /** Reads the language files beside the running program. */
  static read(): Languages {
    return new Languages(readLanguages(findLanguageFolder(import.meta.dirname)));
  }

  all(): { code: string; name: string }[] {
    return [...this.says].map(([code, say]) => ({ code, name: say('common.name') }));
  }

  sentencesOf(code: string): Sentences | undefined {
    return this.sentences.get(code);
  }

  /** How a language says things; English where the language is not there. */
  in(code: string): Say {
    return (this.says.get(code) ?? this.says.get(fallback)) as Say;
  }

  /** The first language of an `Accept-Language` header that is there. */
  accepted(header: string | undefined): Say {
    const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
    return this.in(wanted.find((code) => this.says.has(code)) ?? fallback);
  }
}
