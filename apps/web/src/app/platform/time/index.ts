export * from './clock';
export * from './local';
export * from './moment';
export * from './own-zone';
export * from './soon';
export * from './time.pipes';
export * from './wording';
export * from './zones';
