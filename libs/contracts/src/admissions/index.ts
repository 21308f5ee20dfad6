export * from './application';
export * from './commission';
export * from './rulings';
