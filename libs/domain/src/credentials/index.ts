export * from './approval';
export * from './award-change';
export * from './credential';
export * from './learner';
export * from './share-link';
export * from './trusted-issuers';
export * from './wallet';
