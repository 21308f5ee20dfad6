export * from './announcement';
export * from './behind';
