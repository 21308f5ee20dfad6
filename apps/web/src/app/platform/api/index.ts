export * from './api';
export * from './problem-error';
