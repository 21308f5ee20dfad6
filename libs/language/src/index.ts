export * from './say';
