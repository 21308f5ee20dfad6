export { CompletionQueries } from './completion-queries';
export { CompletionExplainer, requirementsOf } from './completion-explainer';
export { RequirementsMet } from './completion.events';
export { CompletionModule } from './completion.module';
export { CompletionPersonalData } from './completion-personal-data';
