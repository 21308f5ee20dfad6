export * from './field-error';
export * from './form-for-reason';
export * from './form-problem';
export * from './form-to-send';
export * from './search-choice';
export { address, names } from './text-rules';
