import { afterNextRender, inject, Injector, type WritableSignal } from '@angular/core';
import { type FieldTree, form, type SchemaFn, type ValidationError } from '@angular/forms/signals';
import { ProblemError } from '../../platform/api';

type Refused = ValidationError.WithOptionalFieldTree;

/**
 * A form and what sends it: `form = formToSend(this.model, (path) => required(path.email), () => this.api.send(…))`. A refusal
 * lands on the fields that the API names, the rest on the form itself (`lib-form-problem` shows it); a form with gaps
 * puts the cursor into the first of them.
 */
export function formToSend<Model>(
  model: WritableSignal<Model>,
  rules: SchemaFn<Model>,
  send: () => Promise<unknown>,
): FieldTree<Model> {
  const injector = inject(Injector);
  return form(model, rules, {
    submission: {
      action: async (field) => {
        const pressed = document.activeElement;
        try {
          await send();
          // What is filled in next, in the same form, is new: nothing of it is wrong yet.
          field().reset();
          return undefined;
        } catch (error) {
          // A button that is disabled while it sends drops the focus: whoever was refused goes on where they were.
          afterNextRender(
            () => document.activeElement === document.body && pressed instanceof HTMLElement && pressed.focus(),
            { injector },
          );
          return refusalsOf(error, field as FieldTree<unknown>);
        }
      },
      onInvalid: (field) => field().errorSummary()[0]?.fieldTree().focusBoundControl(),
    },
  });
}

function refusalsOf(error: unknown, form: FieldTree<unknown>): Refused[] {
  if (!(error instanceof ProblemError)) throw error;
  const onFields = (error.problem.fields ?? []).flatMap(({ path, message }): Refused[] => {
    const fieldTree = fieldAt(form, path.replace(/^body\./, '').split('.'));
    return fieldTree ? [{ kind: 'refused', message, fieldTree }] : [];
  });
  return onFields.length ? onFields : [{ kind: 'refused', message: error.message }];
}

function fieldAt(form: FieldTree<unknown>, path: readonly string[]): FieldTree<unknown> | undefined {
  let at: unknown = form;
  for (const part of path) at = (at as Record<string, unknown> | undefined)?.[part];
  return at as FieldTree<unknown> | undefined;
}
