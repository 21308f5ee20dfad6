import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { FieldError } from './field-error';
import { PassingThrough } from './passing-through';
import { MOST_CHARACTERS } from './rules-of-shape';

/**
 * A text field, with its label, its hint, its count of characters, and its error:
 * `<lib-text-field [label]="'workload.reason' | transloco" [field]="form.reason" [rows]="3" />`. With rows it takes
 * several lines
 * and counts their characters; its other types are those of an `input`.
 */
@Component({
  selector: 'lib-text-field',
  imports: [FieldError, FormField, MatFormFieldModule, MatInputModule],
  hostDirectives: [{ directive: PassingThrough, inputs: ['field'] }],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field>
      <mat-label>{{ label() }}</mat-label>
      @if (rows(); as rows) {
        <textarea matInput [rows]="rows" [formField]="control()"></textarea>
      } @else {
        <input
          matInput
          [type]="type()"
          [attr.autocomplete]="autocomplete()"
          [attr.inputmode]="inputmode()"
          [attr.step]="step()"
          [formField]="control()"
        />
      }
      @if (hint(); as words) {
        <mat-hint>{{ words }}</mat-hint>
      }
      @if (count(); as words) {
        <mat-hint align="end">{{ words }}</mat-hint>
      }
      <mat-error><lib-field-error [field]="field()" /></mat-error>
    </mat-form-field>
  `,
  styles: `
    :host {
      display: grid;
    }
  `,
})
export class TextField {
  readonly field = input.required<FieldTree<string> | FieldTree<number>>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** For a field of several lines. */
  readonly rows = input<number>();
  readonly type = input<'text' | 'email' | 'password' | 'url' | 'number' | 'date' | 'time'>('text');
  readonly autocomplete = input<string>();
  readonly inputmode = input<string>();
  readonly step = input<number>();

  /** A control takes texts and numbers alike, by its type. */
  protected readonly control = computed(() => this.field() as FieldTree<string>);
  protected readonly count = computed(() => {
    const state = this.control()();
    const most = state.metadata(MOST_CHARACTERS)?.();
    return this.rows() && most ? `${state.value().trim().length} / ${most}` : '';
  });
}
