export * from './installation';
export * from './journey';
export * from './mailbox';
export * from './paper';
export * from './pdf';
export type { By } from './windows';
