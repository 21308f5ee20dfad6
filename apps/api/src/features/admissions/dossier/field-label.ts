import type { FormField } from '@libretto/contracts';
import { ownLabelOf } from '@libretto/domain';
import type { Say, KeyBelow } from '@libretto/language';

/** The label of a form's field in a language: a field of every form, or one of the programme's own. */
export function labelOfField(key: string, own: readonly FormField[], say: Say, language: string): string {
  const label = ownLabelOf(key, own);
  // A field that no programme defines is one of every form.
  return label
    ? (label[language] ?? label['en'] ?? key)
    : say(`admissions.field.${key as KeyBelow<'admissions.field'>}`);
}
