export { Draft } from './draft';
export * from './drafts';
export { sendEach } from './send-each';
