export * from './fetch-sentences';
export * from './in-language.pipe';
export * from './names.pipes';
export * from './places-of-the-world';
export * from './reading-language';
export * from './sentence-shelf';
