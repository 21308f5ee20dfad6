import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { FieldError } from '../../ui/form';

/** The name of a person, within a form whose rules hold `names(path)`. */
@Component({
  selector: 'lib-name-fields',
  imports: [FormField, MatFormFieldModule, MatInputModule, TranslocoPipe, FieldError],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field>
      <mat-label>{{ 'accounts.given-name' | transloco }}</mat-label>
      <input matInput autocomplete="given-name" [formField]="given()" />
      <mat-error><lib-field-error [field]="given()" /></mat-error>
    </mat-form-field>
    <mat-form-field>
      <mat-label>{{ 'accounts.family-name' | transloco }}</mat-label>
      <input matInput autocomplete="family-name" [formField]="family()" />
      <mat-hint>{{ 'accounts.name-hint' | transloco }}</mat-hint>
      <mat-error><lib-field-error [field]="family()" /></mat-error>
    </mat-form-field>
  `,
  styles: ':host { display: grid; gap: var(--s3); }',
})
export class NameFields {
  readonly given = input.required<FieldTree<string>>();
  readonly family = input.required<FieldTree<string>>();
}
