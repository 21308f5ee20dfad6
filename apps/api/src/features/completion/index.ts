export { RequirementsMet } from './completion.events';
export { CompletionExplainer } from './completion-explainer';
export { CompletionModule } from './completion.module';
export { CompletionBook } from './completion-book';
