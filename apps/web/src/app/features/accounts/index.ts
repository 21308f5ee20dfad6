export * from './institution-field';
