import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type FieldTree, FormField, required, type SchemaPathTree } from '@angular/forms/signals';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { FieldError, names } from '../../ui/form';

export interface LearnerModel {
  givenName: string;
  familyName: string;
  birthDate: string;
}

export function learnerRules(path: SchemaPathTree<LearnerModel>): void {
  names(path);
  required(path.birthDate);
}

/** The three facts about a person that a credential states. */
@Component({
  selector: 'lib-learner-fields',
  imports: [FormField, MatFormFieldModule, MatInputModule, TranslocoPipe, FieldError],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let fields = form();
    <mat-form-field>
      <mat-label>{{ 'credentials.learner.given-name' | transloco }}</mat-label>
      <input matInput autocomplete="given-name" [formField]="fields.givenName" />
      <mat-error><lib-field-error [field]="fields.givenName" /></mat-error>
    </mat-form-field>
    <mat-form-field>
      <mat-label>{{ 'credentials.learner.family-name' | transloco }}</mat-label>
      <input matInput autocomplete="family-name" [formField]="fields.familyName" />
      <mat-hint>{{ 'credentials.learner.family-name-hint' | transloco }}</mat-hint>
      <mat-error><lib-field-error [field]="fields.familyName" /></mat-error>
    </mat-form-field>
    <mat-form-field>
      <mat-label>{{ 'credentials.learner.birth-date' | transloco }}</mat-label>
      <input matInput type="date" autocomplete="bday" [formField]="fields.birthDate" />
      <mat-hint>{{ 'credentials.learner.birth-date-hint' | transloco }}</mat-hint>
      <mat-error><lib-field-error [field]="fields.birthDate" /></mat-error>
    </mat-form-field>
  `,
  styles: ':host { display: grid; gap: var(--s3); }',
})
export class LearnerFields {
  readonly form = input.required<FieldTree<LearnerModel>>();
}
