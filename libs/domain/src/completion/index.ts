export * from './compare';
export * from './explain';
export * from './requirements';
