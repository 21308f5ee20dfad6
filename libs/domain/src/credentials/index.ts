export * from './credential';
export * from './learner';
