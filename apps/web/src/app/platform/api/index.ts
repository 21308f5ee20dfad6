export * from './api';
export * from './ask-again-while';
export * from './ask-when-told';
export * from './problem-error';
export * from './last-of';
