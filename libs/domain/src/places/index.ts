export * from './offer';
export * from './places';
