import { type Fault, faultAt, type Path, valueAt } from '@libretto/domain';
import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

/** The faults that the contract's schema finds in a file, in a form that can be worded. */
export function shapeFaults(issues: readonly Issue[], content: unknown): Fault[] {
  return issues.flatMap((issue) => {
    const path = issue.path as Path;
    const found = valueAt(content, path);
    if (found === undefined || found === null) return [faultAt(path, 'programmes.missing')];
    if (found === '') return [faultAt(path, 'programmes.blank')];
    return faultsOfIssue(issue, path, found);
  });
}

function faultsOfIssue(issue: Issue, path: Path, value: unknown): Fault[] {
  const found = typeof value === 'object' ? 'part' : String(value).slice(0, 60);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => faultAt([...path, key], 'programmes.unknown-field', { field: key }));
    case 'invalid_value':
      return [faultAt(path, 'programmes.not-one-of', { found, choices: issue.values.join(', ') })];
    case 'invalid_union':
      return [
        faultAt(path, 'programmes.not-one-of', {
          found,
          choices: 'options' in issue ? (issue.options ?? []).join(', ') : '',
        }),
      ];
    case 'too_small':
      return [faultAt(path, 'programmes.too-little', { of: issue.origin, least: Number(issue.minimum) })];
    case 'too_big':
      return [faultAt(path, 'programmes.too-much', { of: issue.origin, most: Number(issue.maximum) })];
    case 'invalid_type':
      return [faultAt(path, 'programmes.wrong-kind', { found, expected: issue.expected })];
    default:
      // The contract's patterns carry the name of their form as the message.
      return [faultAt(path, 'programmes.wrong-form', { found, form: issue.message })];
  }
}
