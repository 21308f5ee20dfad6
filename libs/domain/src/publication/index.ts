export * from './consent';
export * from './contribution';
export * from './publication';
export * from './selection';
