import { inject, Pipe, type PipeTransform } from '@angular/core';
import { ReadingLanguage } from './reading-language';

/** The text in the reader's language, or else in English, or else in any: `{{ module.title | inLanguage }}`. */
export function inLanguage(texts: Readonly<Record<string, string>> | null | undefined, code: string): string {
  return texts?.[code] ?? texts?.['en'] ?? Object.values(texts ?? {})[0] ?? '';
}

@Pipe({ name: 'inLanguage', pure: false })
export class InLanguagePipe implements PipeTransform {
  private readonly reading = inject(ReadingLanguage);

  transform(texts: Readonly<Record<string, string>> | null | undefined): string {
    return inLanguage(texts, this.reading.code());
  }
}
