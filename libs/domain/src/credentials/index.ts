export * from './credential';
export * from './learner';
export * from './missing-elements';
