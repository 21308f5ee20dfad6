export { RequirementsMet } from './completion.events';
export { CompletionModule } from './completion.module';
export { CompletionBook } from './completion-book';
