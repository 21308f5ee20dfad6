export { CompletionBook } from './completion-book';
export { RequirementsMet } from './completion.events';
export { CompletionModule } from './completion.module';
export { HeldInCompletion } from './held-in-completion';
