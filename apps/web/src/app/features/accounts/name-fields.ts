import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { SentencePipe } from '../../platform/language';
import { TextField } from '../../ui/form';

/** The name of a person, within a form of an account. */
@Component({
  selector: 'lib-name-fields',
  imports: [TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-text-field [label]="'accounts.given-name' | transloco" autocomplete="given-name" [field]="given()" />
    <lib-text-field
      [label]="'accounts.family-name' | transloco"
      [hint]="'accounts.name-hint' | transloco"
      autocomplete="family-name"
      [field]="family()"
    />
  `,
  styles: ':host { display: grid; gap: var(--s3); }',
})
export class NameFields {
  readonly given = input.required<FieldTree<string>>();
  readonly family = input.required<FieldTree<string>>();
}
