export * from './journey';
export * from './mailbox';
export * from './pdf';
