export * from './places-foreseen';
export * from './places-grid';
export * from './places-outlook';
