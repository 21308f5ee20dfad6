export * from './annotations';
export * from './comments';
export * from './groups';
export * from './agreeing';
export * from './contributions';
export * from './individual-results';
export * from './marking';
export * from './marking-plan';
export * from './marking-table';
export { type AgreementView, type ContributionView, type GradeStepView, type SecondLookView } from './marking-shapes';
export * from './peer-feedback';
export * from './similarity';
export {
  whyNot,
  markingDraft,
  type BriefChoices,
  type GroupMember,
  type LatenessView,
  type SubmittedFileView,
  type WorkVersion,
  type MarkingView,
  type MarkingDraftBody,
  type RubricRow,
} from './shapes';
export * from './work';
export * from './workspace';
