import { afterNextRender, inject, Injector, type WritableSignal } from '@angular/core';
import { type FieldTree, form, type SchemaFn, submit, type ValidationError } from '@angular/forms/signals';
import type { Route } from '@libretto/contracts';
import { ProblemError } from '../../platform/api';
import { fieldAt } from './field-at';
import { rulesOfShape } from './rules-of-shape';

type Refused = ValidationError.WithOptionalFieldTree;

/** The kind of the errors that the API found. */
const refused = 'refused';

interface Further<Model> {
  /** The body to send, as far as the form has it: for forms whose model differs from it. */
  readonly body?: (model: Model) => unknown;
  /** Rules that the route's shape can't know. */
  readonly rules?: SchemaFn<Model>;
  /** What the form holds for the next entry. What somebody types while it is being sent stays instead. */
  readonly next?: (sent: Model) => Model;
}

/**
 * A form and the function that sends it: `form = formToSend(signIn, this.model, (typed) => this.api.send(signIn, {
 * body: typed }))`. Its rules are those of the route's body, so no input is sent that the API would refuse for its
 * form. Any other refusal lands on the fields that the API names, the rest on the form itself (`lib-form-problem` shows
 * it), and is gone when the form is sent once more; a form with gaps puts the cursor into the first of them.
 */
export function formToSend<Model extends object>(
  { body: shape }: Pick<Route, 'body'>,
  model: WritableSignal<Model>,
  send: (typed: Model) => Promise<unknown>,
  { body = (typed) => typed, rules, next }: Further<Model> = {},
): FieldTree<Model> {
  const injector = inject(Injector);
  const allRules: SchemaFn<Model> = (path) => {
    // The page's rules come first, before those of the shape.
    rules?.(path);
    if (shape) rulesOfShape(path, shape, body);
  };
  return form(model, allRules, {
    submission: {
      action: async (field) => {
        const pressed = document.activeElement;
        const sent = model();
        try {
          await send(sent);
          if (next && model() === sent) model.set(next(sent));
          // The next entry in the same form starts without errors.
          field().reset();
          return undefined;
        } catch (error) {
          // A button that is disabled while it sends loses the focus: after a refusal it gets it back.
          afterNextRender(
            () => document.activeElement === document.body && pressed instanceof HTMLElement && pressed.focus(),
            { injector },
          );
          return refusalsOf(error, field as FieldTree<unknown>);
        }
      },
      onInvalid: (field) => {
        const errors = field().errorSummary();
        const isRefusedOnly = errors.every(({ kind, fieldTree }) => kind === refused && fieldTree === field);
        if (!isRefusedOnly) return void errors[0]?.fieldTree().focusBoundControl();
        // A refusal belongs to the value that was sent, and the same may be taken now: it goes with a new copy of it.
        model.set({ ...model() });
        queueMicrotask(() => void submit(field));
      },
    },
  });
}

function refusalsOf(error: unknown, form: FieldTree<unknown>): Refused[] {
  if (!(error instanceof ProblemError)) throw error;
  const onFields = (error.problem.fields ?? []).flatMap(({ path, message }): Refused[] => {
    const fieldTree = fieldAt(form, path);
    return fieldTree ? [{ kind: refused, message, fieldTree }] : [];
  });
  return onFields.length ? onFields : [{ kind: refused, message: error.message }];
}
