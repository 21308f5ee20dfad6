export * from './day';
export * from './ledger';
export * from './self-study';
export * from './pace';
export * from './timer';
