export * from './completion';
export * from './credentials';
export * from './process';
export * from './programmes';
export * from './project-work';
export * from './refusal';
