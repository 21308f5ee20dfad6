export * from './say';
export * from './word-answer';
