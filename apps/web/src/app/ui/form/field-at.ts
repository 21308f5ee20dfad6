import type { FieldTree } from '@angular/forms/signals';

/** The field of a form at the API's path, `rows.0.text`; `undefined` if the form has no such field. */
export function fieldAt(form: FieldTree<unknown>, path: string): FieldTree<unknown> | undefined {
  let at: unknown = form;
  for (const part of path.split('.').filter(Boolean)) at = (at as Record<string, unknown> | undefined)?.[part];
  return at as FieldTree<unknown> | undefined;
}
