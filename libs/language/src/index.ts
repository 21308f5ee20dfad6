export * from './say';
export * from './word-answer';
export { wordMinutes } from './word-minutes';
