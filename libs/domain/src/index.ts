export * from './process';
export * from './refusal';
