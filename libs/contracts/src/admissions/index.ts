export * from './application';
export * from './assignment';
export * from './commission';
export * from './conflicts';
export * from './extracts';
export * from './reports';
export * from './rulings';
