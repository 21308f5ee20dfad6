import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { FieldTree, ValidationError } from '@angular/forms/signals';
import { TranslocoService } from '@jsverse/transloco';
import { ReadingLanguage } from '../../platform/language';

/**
 * What is wrong with one field, in words: `<mat-error><lib-field-error [field]="form.email" /></mat-error>`. Words the rules of
 * signal forms, those of a contract's schema, and what the API said.
 */
@Component({
  selector: 'lib-field-error',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '{{ sentence() }}',
})
export class FieldError {
  readonly field = input.required<FieldTree<unknown>>();

  private readonly transloco = inject(TranslocoService);
  private readonly reading = inject(ReadingLanguage);

  protected readonly sentence = computed(() => {
    this.reading.code();
    const state = this.field()();
    const [first] = state.errors();
    if (!state.touched() || !first) return '';
    if (first.message && first.kind !== 'standardSchema') return first.message;
    const [key, values] = wordingOf(first, state.value());
    return this.transloco.translate(`shell.field.${key}`, values);
  });
}

interface SchemaIssue {
  readonly code?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly origin?: string;
}

/** The sentence below `shell.field` for an error, with its numbers. */
function wordingOf(error: ValidationError, value: unknown): [key: string, values: Record<string, unknown>] {
  if (error.kind === 'required' || value === '' || value === null || value === undefined) return ['required', {}];
  const numbers = { ...error } as Record<string, unknown>;
  if (error.kind !== 'standardSchema') return [known.has(error.kind) ? error.kind : 'other', numbers];
  const issue = (error as unknown as { issue: SchemaIssue }).issue;
  const long = issue.origin === 'string';
  if (issue.code === 'too_small') return [long ? 'minLength' : 'min', { minLength: issue.minimum, min: issue.minimum }];
  if (issue.code === 'too_big') return [long ? 'maxLength' : 'max', { maxLength: issue.maximum, max: issue.maximum }];
  return [issue.format === 'email' ? 'email' : 'other', {}];
}

const known = new Set(['email', 'hidden', 'min', 'max', 'minLength', 'maxLength']);
