export * from './groups';
export * from './marking';
export {
  whyNot,
  markingDraft,
  type GroupMember,
  type WorkVersion,
  type MarkingView,
  type MarkingDraftBody,
  type RubricRow,
} from './shapes';
export * from './work';
