export * from './field-error';
export * from './form-problem';
export * from './form-to-send';
export * from './search-choice';
export * from './select-field';
export * from './send';
export * from './text-field';
