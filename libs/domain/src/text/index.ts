export * from './names';
export * from './plain';
export * from './separator';
export * from './sorted';
export * from './typed';
export * from './words';
