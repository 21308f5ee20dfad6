import { inject, Pipe, type PipeTransform } from '@angular/core';
import { ReadingLanguage } from './reading-language';

/** Of these languages the reader's, or else English, or else any. */
export const languageAmong = (languages: readonly string[], code: string): string | undefined =>
  [code, 'en'].find((one) => languages.includes(one)) ?? languages[0];

/** The text in the reader's language, or else in English, or else in any: `{{ module.title | inLanguage }}`. */
export function inLanguage(texts: Readonly<Record<string, string>> | null | undefined, code: string): string {
  return texts?.[languageAmong(Object.keys(texts), code) ?? ''] ?? '';
}

@Pipe({ name: 'inLanguage', pure: false })
export class InLanguagePipe implements PipeTransform {
  private readonly reading = inject(ReadingLanguage);

  transform(texts: Readonly<Record<string, string>> | null | undefined): string {
    return inLanguage(texts, this.reading.code());
  }
}
