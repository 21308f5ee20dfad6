export * from './pace-chart';
export * from './people-behind';
