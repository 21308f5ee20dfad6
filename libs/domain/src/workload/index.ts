export * from './ledger';
export * from './self-study';
