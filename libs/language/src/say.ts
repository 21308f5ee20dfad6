import compile from 'icu-minify/compile';
import { sayCompiled, type CompiledMessage, type Say } from './say-compiled';
import type { SentenceKey } from './sentence-key';

/** The sentences of one language: ICU MessageFormat texts under nested keys, the first key being the feature. */
export interface Sentences {
  readonly [key: string]: string | Sentences;
}

/** Binds sentences to their language, each compiled when it is first said. */
export function sayIn<Key extends string = SentenceKey>(language: string, sentences: Sentences): Say<Key> {
  const compiled = new Map<string, CompiledMessage | undefined>();
  return sayCompiled(language, (key) => {
    if (!compiled.has(key)) {
      const sentence = sentenceAt(sentences, key);
      compiled.set(key, sentence === undefined ? undefined : compile(sentence));
    }
    return compiled.get(key);
  });
}

/** The sentence under a dotted key, or nothing. */
export function sentenceAt(sentences: Sentences, key: string): string | undefined {
  let at: string | Sentences | undefined = sentences;
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined;
  return typeof at === 'string' ? at : undefined;
}
