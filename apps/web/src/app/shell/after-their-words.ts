import { inject } from '@angular/core';
import type { CanMatchFn, Routes } from '@angular/router';
import { saysFirstWords } from '@libretto/contracts/first';
import { ReadingLanguage } from '../platform/language';

/** Most pages wait for the rest of their language, which comes together with the page itself. */
const withItsWords: CanMatchFn = async (_, segments) => {
  if (!saysFirstWords(segments.join('/'))) await inject(ReadingLanguage).sayAll();
  return true;
};

export const afterTheirWords = (routes: Routes): Routes => [{ path: '', canMatch: [withItsWords], children: routes }];
