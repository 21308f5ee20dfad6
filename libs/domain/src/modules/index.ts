export * from './material';
export * from './page-advice';
export * from './page-content';
export * from './progress';
export * from './publish-page';
export * from './video';
