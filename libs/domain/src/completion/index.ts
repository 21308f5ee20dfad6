export * from './explain';
export * from './requirements';
