export { directionOf } from './direction';
export { NotFetched } from './fetched-sentences';
export * from './in-language.pipe';
export { countriesIn, languagesIn, nameOf } from './names';
export * from './names.pipes';
export * from './reading-language';
export * from './sentences';
