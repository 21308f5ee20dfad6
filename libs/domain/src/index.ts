export * from './completion';
export * from './process';
export * from './project-work';
export * from './refusal';
export * from './programmes';
