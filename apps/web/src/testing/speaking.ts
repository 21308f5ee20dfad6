import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideTransloco, TRANSLOCO_TRANSPILER } from '@jsverse/transloco';
import type { Sentences } from '@libretto/language';
import en from '../../../../libs/language/en/common.json';
import shell from '../../../../libs/language/en/shell.json';
import { speakToApi } from '../app/platform/api/speak-to-api.interceptor';
import { FetchSentences, ReadingLanguage, IcuTranspiler } from '../app/platform/language';

const sentences: Sentences = { common: en, shell };

/**
 * The providers that a component needs for its texts: the real sentences of the shell in English, a router, and an API
 * that the spec answers.
 */
export function speaking(...more: (Provider | EnvironmentProviders)[]): (Provider | EnvironmentProviders)[] {
  return [
    provideHttpClient(withInterceptors([speakToApi])),
    provideHttpClientTesting(),
    provideRouter([]),
    provideTransloco({
      config: { defaultLang: 'en', availableLangs: ['en', 'it'], reRenderOnLangChange: true, prodMode: true },
      loader: FetchSentences,
    }),
    { provide: TRANSLOCO_TRANSPILER, useExisting: IcuTranspiler },
    ...more,
  ];
}

/** Loads the sentences, and more of them under their features' names. Await it before rendering. */
export async function readEnglish(more: Sentences = {}): Promise<HttpTestingController> {
  const api = TestBed.inject(HttpTestingController);
  const begun = TestBed.inject(ReadingLanguage).begin();
  api.expectOne('/api/languages').flush([
    { code: 'en', name: 'English' },
    { code: 'it', name: 'Italiano' },
  ]);
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  api.expectOne('/api/languages/en').flush({ ...sentences, ...more });
  await begun;
  return api;
}
