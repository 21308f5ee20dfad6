import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { GradeStepView } from '@libretto/contracts';
import { workOutcomes } from '@libretto/domain';
import { SentencePipe } from '../../platform/language';
import { FieldError, SelectField } from '../../ui/form';

/** What such a form says of a mark; an empty text means that nothing is chosen. */
export interface MarkModel {
  readonly outcome: string;
  readonly grade: string;
}

/** The outcome, and a grade from whoever may give one: a grade says whether the work has passed. */
@Component({
  selector: 'lib-mark-fields',
  imports: [FieldError, FormField, SelectField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './mark-fields.html',
  styleUrl: './marking-sheet.css',
})
export class MarkFields {
  readonly outcome = input.required<FieldTree<string>>();
  readonly grade = input.required<FieldTree<string>>();
  readonly grades = input.required<readonly GradeStepView[]>();

  protected readonly outcomes = workOutcomes;

  protected followGrade(): void {
    const written = this.grade()().value();
    const step = this.grades().find(({ grade }) => grade === written);
    if (step) this.outcome()().value.set(step.outcome);
  }
}

/** The mark of such a form, as routes take it. */
export const markOf = ({ outcome, grade }: MarkModel) => ({
  outcome: outcome as (typeof workOutcomes)[number],
  ...(grade && { grade }),
});
