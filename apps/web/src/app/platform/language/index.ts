export * from './fetch-sentences';
export * from './in-language.pipe';
export { countriesIn, languagesIn, nameOf } from './names';
export * from './names.pipes';
export * from './reading-language';
export * from './icu-transpiler';
