import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { RubricRow } from '@libretto/contracts';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { FieldError } from '../../ui/form';
import { LevelPipe } from './level-words';

/** A row of a rubric with the choice of its level; what else is asked of it stands within. */
@Component({
  selector: 'lib-rubric-row-field',
  imports: [FieldError, FormField, InLanguagePipe, LevelPipe, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rubric-row-field.html',
  styleUrl: './marking-sheet.css',
})
export class RubricRowField {
  readonly asked = input.required<RubricRow>();
  readonly level = input.required<FieldTree<string>>();
}
