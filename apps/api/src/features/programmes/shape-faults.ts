import { type Fault, faultAt, type Path, valueAt } from '@libretto/domain';
import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

/** The faults that the contract's schema finds in a file, in a form that can be worded. */
export function shapeFaults(issues: readonly Issue[], content: unknown): Fault[] {
  return issues.flatMap((issue) => {
    const path = issue.path as Path;
    const found = valueAt(content, path);
    if (found === undefined || found === null) return [missingAt(path, content)];
    if (found === '') return [faultAt(path, 'programmes.blank')];
    return faultsOfIssue(issue, path, content);
  });
}

/** A field that is not there; of a text that is there in another language, the language. */
function missingAt(path: Path, content: unknown): Fault {
  const [last] = path.slice(-1);
  const beside = valueAt(content, path.slice(0, -1));
  const isText = typeof beside === 'object' && beside !== null && ['en', 'it'].some((language) => language in beside);
  return (last === 'en' || last === 'it') && isText
    ? faultAt(path, 'programmes.missing-language', { language: last })
    : faultAt(path, 'programmes.missing');
}

const degreesInWords: Readonly<Record<string, number>> = { high: 1, medium: 2, low: 3 };

function faultsOfIssue(issue: Issue, path: Path, content: unknown): Fault[] {
  const value = valueAt(content, path);
  const found = typeof value === 'object' ? 'part' : String(value).slice(0, 60);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => faultAt([...path, key], 'programmes.unknown-field', { field: key }));
    case 'invalid_value':
      if (path.at(-1) === 'cooperation' && Object.hasOwn(degreesInWords, found))
        return [faultAt(path, 'programmes.degree-in-words', { found, degree: degreesInWords[found] ?? 1 })];
      return [faultAt(path, 'programmes.not-one-of', { found, choices: issue.values.join(', ') })];
    case 'invalid_union':
      if (issue.errors.length) return shapeFaults(ofClosestForm(issue.errors, path), content);
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
      if (issue.message === 'texts' && typeof value === 'string')
        return [faultAt(path, 'programmes.plain-text', { found })];
      return [faultAt(path, 'programmes.wrong-kind', { found, expected: issue.expected })];
    default:
      // The contract's patterns carry the name of their form as the message.
      return [faultAt(path, 'programmes.wrong-form', { found, form: issue.message })];
  }
}

/** Of a part that may be one thing or a list of them: what is wrong with the form that the file chose. */
function ofClosestForm(forms: readonly (readonly Issue[])[], path: Path): Issue[] {
  const isChosen = (issues: readonly Issue[]) =>
    !issues.some(({ code, path: within }) => code === 'invalid_type' && within.length === 0);
  const chosen = forms.find(isChosen) ?? forms[0] ?? [];
  return chosen.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}
