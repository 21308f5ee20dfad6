import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type FieldTree } from '@angular/forms/signals';
import { SentencePipe } from '../../platform/language';
import { TextField } from '../../ui/form';

/** The three facts about a person that a credential states. */
@Component({
  selector: 'lib-learner-fields',
  imports: [TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let fields = form();
    <lib-text-field
      [label]="'credentials.learner.given-name' | transloco"
      autocomplete="given-name"
      [field]="fields.givenName"
    />
    <lib-text-field
      [label]="'credentials.learner.family-name' | transloco"
      [hint]="'credentials.learner.family-name-hint' | transloco"
      autocomplete="family-name"
      [field]="fields.familyName"
    />
    <lib-text-field
      [label]="'credentials.learner.birth-date' | transloco"
      [hint]="'credentials.learner.birth-date-hint' | transloco"
      type="date"
      autocomplete="bday"
      [field]="fields.birthDate"
    />
  `,
  styles: ':host { display: grid; gap: var(--s3); }',
})
export class LearnerFields {
  readonly form = input.required<Readonly<Record<'givenName' | 'familyName' | 'birthDate', FieldTree<string>>>>();
}
