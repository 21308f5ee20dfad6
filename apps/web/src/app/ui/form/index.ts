export * from './field-error';
export * from './form-problem';
export * from './form-to-send';
