export * from './foresight';
export * from './offer';
export * from './places';
export * from './quota';
export * from './seating';
export * from './waiting-list';
