export { CompletionExplained } from './completion-explained';
