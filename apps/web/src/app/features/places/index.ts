export * from './places-grid';
