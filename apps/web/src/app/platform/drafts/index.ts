export { Draft } from './draft';
export * from './drafts';
export { keepDraft } from './keep-draft';
export { KeptHere } from './kept-here';
export { sendEach } from './send-each';
export { typedHere } from './typed-here';
