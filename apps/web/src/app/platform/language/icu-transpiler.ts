import { Injectable } from '@angular/core';
import type { TranslocoTranspiler, TranspileParams } from '@jsverse/transloco';
import { sayIn, type Say, type SentenceKey, type Sentences } from '@libretto/language';

/** Words each key with the same `say` as the server's mails and documents: ICU plurals, names always as text. */
@Injectable({ providedIn: 'root' })
export class IcuTranspiler implements TranslocoTranspiler {
  private readonly says = new Map<string, Say>();
  private language = '';

  /** Takes a language's sentences when they have arrived. */
  put(language: string, sentences: Sentences): void {
    this.says.set(language, sayIn(language, sentences));
  }

  onLangChanged(language: string): void {
    this.language = language;
  }

  transpile({ key, params, value }: TranspileParams): unknown {
    return this.says.get(this.language)?.(key as SentenceKey, params) ?? value;
  }
}
