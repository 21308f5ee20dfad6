export * from './merge';
export * from './rows';
export { same } from './same';
