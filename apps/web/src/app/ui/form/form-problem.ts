import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  signal,
} from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { SentencePipe } from '../../platform/language';
import { FieldError } from './field-error';

/** The number of errors from which on somebody has to look for them. */
const several = 3;

/**
 * The reasons why the form was not sent, above its button: `<lib-form-problem [form]="form" />`. It shows the API's
 * refusal, errors of fields without a control, and, if several fields have errors, a link to each.
 */
@Component({
  selector: 'lib-form-problem',
  imports: [FieldError, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div aria-live="assertive">
      @for (refusal of refusals(); track refusal) {
        <p>{{ refusal }}</p>
      }
      @for (field of unseen(); track field) {
        <p><lib-field-error [field]="field" /></p>
      }
      @if (toCorrect().length >= several) {
        <section>
          <p>{{ 'shell.form.wrong' | transloco: { fields: toCorrect().length } }}</p>
          <ul>
            @for (one of toCorrect(); track one.control) {
              <li>
                <button type="button" (click)="one.control.focus()">{{ one.label }}</button>
              </li>
            }
          </ul>
        </section>
      }
    </div>
  `,
  styles: `
    div > p,
    section {
      margin: 0;
      padding: var(--s3) var(--s4);
      border-inline-start: 3px solid var(--red);
      background: var(--red-wash);
    }

    section p,
    section ul {
      margin: 0;
    }

    button {
      padding: var(--s1) 0;
      border: 0;
      color: var(--ink);
      background: none;
      font: inherit;
      text-align: start;
      text-decoration: underline;
      cursor: pointer;
    }
  `,
})
export class FormProblem {
  readonly form = input.required<FieldTree<unknown>>();
  protected readonly several = several;
  /** Fields left empty are marked as soon as they are left; the list of them shows only after an attempt to send. */
  private readonly tried = signal(false);

  private readonly wrong = computed(() => {
    if (!this.tried()) return [];
    const fields = this.form()()
      .errorSummary()
      .map(({ fieldTree }) => fieldTree as FieldTree<unknown>);
    return [...new Set(fields)].filter((field) => field !== this.form() && field().touched());
  });
  protected readonly refusals = computed(() =>
    this.form()()
      .errors()
      .map(({ message }) => message)
      .filter(Boolean),
  );
  protected readonly unseen = computed(() => this.wrong().filter((field) => !field().formFieldBindings().length));
  protected readonly toCorrect = computed(() =>
    this.wrong().flatMap((field) =>
      field()
        .formFieldBindings()
        .slice(0, 1)
        .map((control) => ({ control, label: labelOf(control.element) })),
    ),
  );

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.closest('form')?.addEventListener('submit', () => this.tried.set(true)));
  }
}

/**
 * The label of a control on the screen: the legend of a choice, the label of a field, without the mark of a required
 * one.
 */
function labelOf(element: HTMLElement): string {
  const legend = element.matches('[type=radio]') ? element.closest('fieldset')?.querySelector('legend') : null;
  const control = element.matches('input, select, textarea')
    ? element
    : element.querySelector('input, select, textarea');
  const label = legend ?? (control as HTMLInputElement | null)?.labels?.[0];
  const words = label?.cloneNode(true) as HTMLElement | undefined;
  words?.querySelectorAll('[aria-hidden=true]').forEach((mark) => mark.remove());
  return words?.textContent.trim() ?? '';
}
