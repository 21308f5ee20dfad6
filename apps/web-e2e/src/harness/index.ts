export * from './installation';
export * from './journey';
export * from './mailbox';
export * from './paper';
export * from './pdf';
export * from './rings';
export type { By } from './windows';
