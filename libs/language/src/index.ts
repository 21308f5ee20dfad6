export * from './say';
export * from './say-compiled';
export type { KeyBelow, SentenceKey } from './sentence-key';
export * from './word-answer';
export { wordMinutes } from './word-minutes';
export * from './word-names';
export * from './word-time';
