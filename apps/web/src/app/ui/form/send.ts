import { booleanAttribute, ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { FormProblem } from './form-problem';

/**
 * The end of a form: the reasons why it was not sent, the button that sends it, and other actions beside it. The button
 * is the page's one next step, and filled, unless it is `outlined`. It is disabled while it sends, so that nobody sends
 * twice.
 */
@Component({
  selector: 'lib-send',
  imports: [FormProblem, MatButtonModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-form-problem [form]="form()" />
    <div class="row">
      <button [matButton]="outlined() ? 'outlined' : 'filled'" [disabled]="form()().submitting()">{{ verb() }}</button>
      <ng-content />
    </div>
  `,
  styles: ':host { display: grid; gap: var(--s3); }',
})
export class Send {
  readonly form = input.required<FieldTree<unknown>>();
  /** The label of the button. */
  readonly verb = input.required<string>();
  readonly outlined = input(false, { transform: booleanAttribute });
}
