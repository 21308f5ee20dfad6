export * from './application';
export * from './commission';
export * from './reports';
export * from './rulings';
