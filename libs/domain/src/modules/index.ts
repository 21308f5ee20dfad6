export * from './material';
export * from './opens-after';
export * from './page-advice';
export * from './page-content';
export * from './progress';
export * from './publish-page';
export * from './self-tests';
export * from './video';
