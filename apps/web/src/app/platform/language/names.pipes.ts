import { inject, Pipe, type PipeTransform } from '@angular/core';
import { wordList } from '@libretto/language';
import { nameOf } from './names';
import { ReadingLanguage } from './reading-language';

/** `{{ 'IT' | countryName }}`: Italy, Italia. */
@Pipe({ name: 'countryName', pure: false })
export class CountryNamePipe implements PipeTransform {
  private readonly reading = inject(ReadingLanguage);

  transform(country: string | null | undefined): string {
    return country ? nameOf(this.reading.code(), 'region', country) : '';
  }
}

/** `@for (quota of quotas | byCountryName; …)`: in the order of the names that the reader sees. */
@Pipe({ name: 'byCountryName', pure: false })
export class ByCountryNamePipe implements PipeTransform {
  private readonly reading = inject(ReadingLanguage);

  transform<One extends { readonly country: string }>(those: readonly One[]): One[] {
    const code = this.reading.code();
    const { compare } = new Intl.Collator(code);
    return [...those].sort((one, other) =>
      compare(nameOf(code, 'region', one.country), nameOf(code, 'region', other.country)),
    );
  }
}

/** `{{ ['en', 'it'] | languageNames }}`: English, Italian. */
@Pipe({ name: 'languageNames', pure: false })
export class LanguageNamesPipe implements PipeTransform {
  private readonly reading = inject(ReadingLanguage);

  transform(languages: readonly string[] | null | undefined): string {
    const code = this.reading.code();
    const names = (languages ?? []).map((language) => nameOf(code, 'language', language));
    return wordList(code, names);
  }
}
