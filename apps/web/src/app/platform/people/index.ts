export * from './only-for';
export * from './signed-in';
