import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Sentences } from '@libretto/language';
import compile from 'icu-minify/compile';
import en from '../../../../libs/language/en/common.json';
import shell from '../../../../libs/language/en/shell.json';
import { speakToApi } from '../app/platform/api/speak-to-api.interceptor';
import { ReadingLanguage } from '../app/platform/language';

const sentences: Sentences = { common: en, shell };

/**
 * The providers that a component needs for its texts: the real sentences of the shell in English, a router, and an API
 * that the spec answers.
 */
export function speaking(...more: (Provider | EnvironmentProviders)[]): (Provider | EnvironmentProviders)[] {
  return [provideHttpClient(withInterceptors([speakToApi])), provideHttpClientTesting(), provideRouter([]), ...more];
}

/** Like the page of the build, which names the files of each language. */
const languages = {
  en: { name: 'English', first: '/language/en-first.json', rest: '/language/en-rest.json' },
  it: { name: 'Italiano', first: '/language/it-first.json', rest: '/language/it-rest.json' },
};
document.head.innerHTML += `<script type="application/json" id="languages">${JSON.stringify(languages)}</script>`;

/** Loads the sentences, and more of them under their features' names. Await it before rendering. */
export async function readEnglish(more: Sentences = {}): Promise<HttpTestingController> {
  const api = TestBed.inject(HttpTestingController);
  const begun = TestBed.inject(ReadingLanguage).begin();
  api.expectOne('/language/en-first.json').flush(compiled({ ...sentences, ...more }));
  await begun;
  return api;
}

/** Sentences as the build writes them. */
const compiled = (texts: Sentences): string =>
  JSON.stringify(
    JSON.parse(JSON.stringify(texts), (_, value: unknown) => (typeof value === 'string' ? compile(value) : value)),
  );
