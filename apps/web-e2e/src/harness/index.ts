export * from './journey';
export * from './mailbox';
