export * from './completion';
export * from './process';
export * from './programmes';
export * from './project-work';
export * from './refusal';
