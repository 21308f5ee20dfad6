import type { Explanation } from './explain';

/**
 * The missing part of one requirement under one version of a programme and under another; `null` if it is not required.
 */
export interface RequirementChange {
  readonly kind: Explanation['requirements'][number]['kind'];
  readonly before: number | null;
  readonly after: number | null;
}

/** Every requirement of either explanation, and its change for the person: more is missing than before, or less. */
export function compareCompletion(
  before: Explanation,
  after: Explanation,
): { isChanged: boolean; requirements: RequirementChange[] } {
  const kinds = [...new Set([...before.requirements, ...after.requirements].map(({ kind }) => kind))];
  const missing = (explained: Explanation, kind: RequirementChange['kind']) =>
    explained.requirements.find((answer) => answer.kind === kind)?.missing ?? null;
  const requirements = kinds.map((kind) => ({ kind, before: missing(before, kind), after: missing(after, kind) }));
  return { isChanged: requirements.some((one) => (one.before ?? 0) !== (one.after ?? 0)), requirements };
}
