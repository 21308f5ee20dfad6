import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { provideTransloco, TRANSLOCO_TRANSPILER } from '@jsverse/transloco';
import { routes } from './app.routes';
import { speakToApi } from './platform/api/speak-to-api.interceptor';
import { FetchSentences, ReadingLanguage, IcuTranspiler } from './platform/language';
import { SignedIn } from './platform/people';
import { reloadAfterUpdate } from './shell/reload-after-update';
import { TitleInLanguage } from './shell/title-in-language';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([speakToApi])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withNavigationErrorHandler(reloadAfterUpdate),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideTransloco({
      config: { defaultLang: 'en', availableLangs: [], reRenderOnLangChange: true, prodMode: true },
      loader: FetchSentences,
    }),
    { provide: TRANSLOCO_TRANSPILER, useExisting: IcuTranspiler },
    { provide: TitleStrategy, useExisting: TitleInLanguage },
    // Language and person come first: no screen changes its language or its navigation before somebody's eyes.
    provideAppInitializer(async () => {
      const [reading, signedIn] = [inject(ReadingLanguage), inject(SignedIn)];
      const person = signedIn.refresh();
      await Promise.all([person, reading.begin(person.then((me) => me?.language))]);
    }),
  ],
};
