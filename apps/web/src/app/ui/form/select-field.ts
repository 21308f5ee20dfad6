import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { FieldError } from './field-error';
import { PassingThrough } from './passing-through';

/**
 * A field with a list of options, with its label, its hint and its error:
 * `<lib-select-field [label]="'editions.form.zone' | transloco" [field]="form.timeZone"><option …></lib-select-field>`.
 */
@Component({
  selector: 'lib-select-field',
  imports: [FieldError, FormField, MatFormFieldModule, MatInputModule],
  hostDirectives: [{ directive: PassingThrough, inputs: ['field'] }],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field>
      <mat-label>{{ label() }}</mat-label>
      <select matNativeControl [formField]="control()">
        <ng-content />
      </select>
      @if (hint(); as words) {
        <mat-hint>{{ words }}</mat-hint>
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
export class SelectField {
  readonly field = input.required<FieldTree<unknown>>();
  readonly label = input.required<string>();
  readonly hint = input<string>();

  /** A control takes texts and numbers alike. */
  protected readonly control = computed(() => this.field() as FieldTree<string>);
}
