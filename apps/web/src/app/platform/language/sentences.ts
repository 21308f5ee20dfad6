import { inject, Pipe, type PipeTransform } from '@angular/core';
import type { Say, SentenceKey } from '@libretto/language';
import { ReadingLanguage } from './reading-language';

/** `{{ 'shell.back' | transloco }}`: a sentence in the reader's language. A key that no language file has does not compile. */
@Pipe({ name: 'transloco', pure: false })
export class SentencePipe implements PipeTransform {
  private readonly say = injectSay();

  transform(key: SentenceKey, values?: Parameters<Say>[1]): string {
    return this.say(key, values);
  }
}

/** What a class says itself: `private readonly say = injectSay()`. Where it is computed, it follows the language. */
export function injectSay(): Say {
  const reading = inject(ReadingLanguage);
  return (key, values) => reading.say()(key, values);
}
