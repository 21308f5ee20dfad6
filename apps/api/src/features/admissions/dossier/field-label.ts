import type { FormField } from '@libretto/contracts';
import { ownLabelOf } from '@libretto/domain';
import type { Say } from '@libretto/language';

/** What a field of a form is called in a language: one of every form, or one of the programme’s own. */
export function labelOfField(key: string, own: readonly FormField[], say: Say, language: string): string {
  const label = ownLabelOf(key, own);
  return label ? (label[language] ?? label['en'] ?? key) : say(`admissions.field.${key}`);
}
