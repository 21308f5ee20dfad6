export * from './day';
export * from './ledger';
export * from './self-study';
