export * from './say';
export * from './word-answer';
export { wordMinutes } from './word-minutes';
export * from './word-names';
export * from './word-time';
