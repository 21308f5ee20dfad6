export * from './actor';
export * from './birth-date';
export * from './codes';
export * from './institution';
export * from './invitation';
export * from './people-list';
