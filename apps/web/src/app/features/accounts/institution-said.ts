import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { countriesIn, ReadingLanguage, SentencePipe } from '../../platform/language';
import { FieldError, SearchChoice, TextField } from '../../ui/form';

export interface InstitutionSaid {
  name: string;
  country: string;
  website: string;
}

/** The three facts about an institution, for applicants and coordinators alike. */
@Component({
  selector: 'lib-institution-said',
  imports: [FieldError, FormField, SearchChoice, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-text-field
      [label]="'accounts.institutions.name' | transloco"
      [hint]="'accounts.institutions.name-hint' | transloco"
      autocomplete="off"
      [field]="form().name"
    />
    <lib-search-choice
      [label]="'accounts.institutions.country' | transloco"
      [options]="countries()"
      [formField]="form().country"
    >
      <lib-field-error [field]="form().country" />
    </lib-search-choice>
    <lib-text-field
      [label]="'accounts.institutions.website' | transloco"
      [hint]="'accounts.institutions.website-hint' | transloco"
      inputmode="url"
      autocomplete="off"
      [field]="form().website"
    />
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
