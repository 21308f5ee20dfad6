export * from './actor';
export * from './codes';
export * from './invitation';
export * from './people-list';
