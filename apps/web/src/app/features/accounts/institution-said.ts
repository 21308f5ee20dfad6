import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField, maxLength, required, type SchemaFn } from '@angular/forms/signals';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { countriesIn, ReadingLanguage } from '../../platform/language';
import { FieldError, SearchChoice } from '../../ui/form';

export interface InstitutionSaid {
  name: string;
  country: string;
  website: string;
}

/** The required fields, with their limits of length. */
export const institutionRules: SchemaFn<InstitutionSaid> = (path) => {
  required(path.name);
  required(path.country);
  maxLength(path.name, 200);
  maxLength(path.website, 500);
};

/** The three things that are said of an institution, by applicants and coordinators alike. */
@Component({
  selector: 'lib-institution-said',
  imports: [FormField, MatFormFieldModule, MatInputModule, TranslocoPipe, FieldError, SearchChoice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field>
      <mat-label>{{ 'accounts.institutions.name' | transloco }}</mat-label>
      <input matInput autocomplete="off" [formField]="form().name" />
      <mat-hint>{{ 'accounts.institutions.name-hint' | transloco }}</mat-hint>
      <mat-error><lib-field-error [field]="form().name" /></mat-error>
    </mat-form-field>
    <lib-search-choice
      [label]="'accounts.institutions.country' | transloco"
      [options]="countries()"
      [formField]="form().country"
    >
      <lib-field-error [field]="form().country" />
    </lib-search-choice>
    <mat-form-field>
      <mat-label>{{ 'accounts.institutions.website' | transloco }}</mat-label>
      <input matInput inputmode="url" autocomplete="off" [formField]="form().website" />
      <mat-hint>{{ 'accounts.institutions.website-hint' | transloco }}</mat-hint>
      <mat-error><lib-field-error [field]="form().website" /></mat-error>
    </mat-form-field>
  `,
  styles: ':host { display: grid; gap: var(--s2); }',
})
export class InstitutionSaidFields {
  readonly form = input.required<FieldTree<InstitutionSaid>>();

  private readonly reading = inject(ReadingLanguage);
  protected readonly countries = computed(() =>
    countriesIn(this.reading.code()).map(({ code, name }) => ({ id: code, label: name })),
  );
}
