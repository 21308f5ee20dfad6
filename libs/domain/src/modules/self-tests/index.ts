export * from './attempt';
export * from './checks';
export * from './paper';
export * from './score';
export * from './self-test';
