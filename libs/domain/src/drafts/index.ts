export * from './merge';
export * from './rows';
export { keysOf, same } from './same';
