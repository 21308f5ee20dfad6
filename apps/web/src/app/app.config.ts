import { HttpBackend, provideHttpClient, withInterceptors } from '@angular/common/http';
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
import { routes } from './app.routes';
import { afterTheirWords } from './shell/after-their-words';
import { Backend } from './platform/api/backend';
import { speakToApi } from './platform/api/speak-to-api.interceptor';
import { sendTogether } from './platform/api/together';
import { ReadingLanguage } from './platform/language';
import { beginWithPerson } from './platform/people';
import { reloadAfterUpdate } from './shell/reload-after-update';
import { TitleInLanguage } from './shell/title-in-language';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([speakToApi, sendTogether])),
    { provide: HttpBackend, useExisting: Backend },
    provideRouter(
      afterTheirWords(routes),
      withComponentInputBinding(),
      withNavigationErrorHandler(reloadAfterUpdate),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    { provide: TitleStrategy, useExisting: TitleInLanguage },
    // The language comes first, and the person whom this browser knows: no screen changes before somebody's eyes.
    provideAppInitializer(() => inject(ReadingLanguage).begin(beginWithPerson()?.language)),
  ],
};
