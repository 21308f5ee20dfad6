import type * as z from 'zod/mini';

/** Why the value of a field is not taken. */
export type FieldReason =
  | 'missing'
  | 'too-small'
  | 'too-big'
  | 'not-an-address'
  | 'wrong-form'
  | 'not-valid'
  | 'not-possible'
  | 'not-a-web-address'
  | 'no-video'
  | 'not-a-page'
  | 'no-such-field'
  | 'too-short'
  | 'too-long'
  | 'no-such-option'
  | 'not-whole'
  | 'too-early'
  | 'too-late'
  | 'too-many-rows'
  | 'not-a-number'
  | 'no-such-day'
  | 'hidden-characters';

/**
 * The fault of one field: `common.fields.<reason>` words it, for people in front of a form and for callers of the API.
 */
export interface FieldFault {
  path: string;
  reason: FieldReason;
  numbers?: Record<string, string | number>;
}

/**
 * The faults that a shape found in a value, field by field. A blank field is missing, even if its form is wrong as
 * well.
 */
export function faultsOf({ issues }: z.core.$ZodError, value: unknown): FieldFault[] {
  return issues.map((issue) => {
    const path = issue.path.join('.');
    return isBlank(valueAt(value, issue.path)) ? { path, reason: 'missing' } : faultOf(issue);
  });
}

/** The fault that a shape finds in a field, in a form that can be worded. */
export function faultOf(issue: z.core.$ZodIssue): FieldFault {
  const path = issue.path.join('.');
  if (issue.code === 'too_small') return { path, ...tooSmall(issue) };
  if (issue.code === 'too_big')
    return { path, reason: tooBig[issue.origin] ?? 'too-big', numbers: { most: Number(issue.maximum) } };
  if (issue.code === 'invalid_type' && issue.expected === 'int') return { path, reason: 'not-whole' };
  if (issue.code === 'invalid_format') return { path, reason: wrongForm[issue.format] ?? 'wrong-form' };
  if (issue.code === 'custom' && typeof issue.params?.['reason'] === 'string')
    return { path, reason: issue.params['reason'] as FieldReason };
  return { path, reason: issue.code === 'invalid_value' ? 'not-possible' : 'not-valid' };
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): Omit<FieldFault, 'path'> {
  if (origin !== 'string') return { reason: 'too-small', numbers: { least: Number(minimum) } };
  return minimum === 1 ? { reason: 'missing' } : { reason: 'too-short', numbers: { least: Number(minimum) } };
}

const wrongForm: Record<string, FieldReason> = { date: 'no-such-day', url: 'not-a-web-address' };
const tooBig: Record<string, FieldReason> = { string: 'too-long', array: 'too-many-rows' };

const isBlank = (value: unknown): boolean => value === '' || value === null || value === undefined;

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
