import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { MatCheckboxModule } from '@angular/material/checkbox';
import type { ProjectWorkView } from '@libretto/contracts';
import { InLanguagePipe, SentencePipe } from '../../../platform/language';

/** The statement of originality of a brief, and whether it is given. */
@Component({
  selector: 'lib-originality',
  imports: [InLanguagePipe, MatCheckboxModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset>
      <legend>{{ 'project-work.own.originality' | transloco }}</legend>
      <mat-checkbox [checked]="isGiven()" (change)="isGiven.set($event.checked)">{{
        statement() | inLanguage
      }}</mat-checkbox>
    </fieldset>
  `,
  styles: `
    fieldset {
      border: 0;
      margin: var(--s3) 0;
      padding: 0;
    }

    legend {
      font-weight: 600;
      padding: 0;
    }
  `,
})
export class Originality {
  readonly statement = input.required<NonNullable<ProjectWorkView['originality']>>();
  readonly isGiven = model.required<boolean>();
}
