export * from './begin-with-person';
export * from './only-for';
export * from './signed-in';
