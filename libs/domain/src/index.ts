export * from './process';
export * from './refusal';
export * from './programmes';
