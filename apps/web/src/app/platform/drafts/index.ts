export { Draft } from './draft';
export * from './drafts';
export { KeptHere } from './kept-here';
export { sendEach } from './send-each';
