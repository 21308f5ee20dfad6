export * from './linked';
