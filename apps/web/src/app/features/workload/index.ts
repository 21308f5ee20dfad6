export * from './self-study-form';
export * from './time-fields';
export * from './work-timer';
