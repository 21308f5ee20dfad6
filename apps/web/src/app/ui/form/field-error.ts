import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { FieldTree, ValidationError } from '@angular/forms/signals';
import type { KeyBelow } from '@libretto/language';
import { injectSay, ReadingLanguage } from '../../platform/language';

/**
 * The error of one field, in words: `<mat-error><lib-field-error [field]="form.email" /></mat-error>`. The API's
 * refusals come worded; the reasons of a contract's shape and the rules of signal forms have their sentences in
 * `common.fields`.
 */
@Component({
  selector: 'lib-field-error',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '{{ sentence() }}',
})
export class FieldError {
  readonly field = input.required<FieldTree<unknown>>();

  private readonly say = injectSay();
  private readonly reading = inject(ReadingLanguage);

  protected readonly sentence = computed(() => {
    this.reading.code();
    const [first] = this.field()().errors();
    if (!this.field()().touched() || !first) return '';
    if (first.message) return first.message;
    return this.say(`common.fields.${reasonOf(first)}`, { ...first });
  });
}

/** Signal forms have names of their own for two of the reasons; a browser's own errors have none. */
function reasonOf({ kind }: ValidationError): KeyBelow<'common.fields'> {
  if (kind === 'required') return 'missing';
  return kind === 'native' || kind === 'parse' ? 'not-valid' : (kind as KeyBelow<'common.fields'>);
}
