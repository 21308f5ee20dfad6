export * from './names';
export * from './plain';
export * from './typed';
