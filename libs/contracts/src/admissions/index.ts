export * from './application';
export * from './assignment';
export * from './commission';
export * from './reports';
export * from './conflicts';
export * from './rulings';
