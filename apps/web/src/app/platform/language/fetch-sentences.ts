import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import type { Sentences } from '@libretto/language';
import { tap, type Observable } from 'rxjs';
import { IcuTranspiler } from './icu-transpiler';

/** Fetches a language when somebody first reads it. */
@Injectable({ providedIn: 'root' })
export class FetchSentences implements TranslocoLoader {
  private readonly http = inject(HttpClient);
  private readonly transpiler = inject(IcuTranspiler);

  getTranslation(language: string): Observable<Translation> {
    return this.http
      .get<Sentences>(`/api/languages/${language}`)
      .pipe(tap((sentences) => this.transpiler.put(language, sentences)));
  }
}
