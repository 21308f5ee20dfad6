export * from './names';
export * from './plain';
export * from './sorted';
export * from './typed';
