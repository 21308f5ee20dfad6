export * from './self-study-form';
