import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';

/** Why the whole form was refused, above its button: `<lib-form-problem [form]="form" />`. */
@Component({
  selector: 'lib-form-problem',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div aria-live="assertive">
      @for (refusal of refusals(); track refusal) {
        <p>{{ refusal }}</p>
      }
    </div>
  `,
  styles: `
    p {
      margin: 0;
      padding: var(--s3) var(--s4);
      border-inline-start: 3px solid var(--red);
      background: var(--red-wash);
    }
  `,
})
export class FormProblem {
  readonly form = input.required<FieldTree<unknown>>();
  protected readonly refusals = computed(() =>
    this.form()()
      .errors()
      .map(({ message }) => message)
      .filter(Boolean),
  );
}
