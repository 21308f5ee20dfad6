export { Draft, type DraftSource, type Standing } from './draft';
export * from './drafts';
export { sendEach } from './send-each';
