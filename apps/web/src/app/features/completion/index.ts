export { CompletionExplained } from './completion-explained';
export { CompletionState } from './completion-state';
