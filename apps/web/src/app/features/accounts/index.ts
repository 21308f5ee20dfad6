export * from './institution-field';
export * from './own-institution';
