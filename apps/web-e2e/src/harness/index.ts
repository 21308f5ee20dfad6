export * from './journey';
export * from './mailbox';
export * from './paper';
export * from './pdf';
