export * from './say';
export type { KeyBelow, SentenceKey } from './sentence-key';
export * from './word-answer';
export { wordMinutes } from './word-minutes';
export * from './word-names';
export * from './word-time';
