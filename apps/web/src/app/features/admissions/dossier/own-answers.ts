import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ApplicationFormBody, EvidenceView, FormField } from '@libretto/contracts';
import { filledRows, showing, type SimpleAnswer } from '@libretto/domain';
import { wordAnswer } from '@libretto/language';
import { inLanguage, InLanguagePipe, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { EvidenceOfKind } from './evidence-of-kind';

/** The answers to a programme's own fields, under their labels, with their files. */
@Component({
  selector: 'lib-own-answers',
  imports: [SentencePipe, InLanguagePipe, EvidenceOfKind],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (one of shown(); track one.field.id) {
      @if (one.field.kind === 'file') {
        <lib-evidence-of-kind
          kind="other"
          [fieldId]="one.field.id"
          [label]="one.field.label | inLanguage"
          [editionId]="editionId()"
          [evidence]="evidence()"
          [editable]="false"
        />
      } @else {
        <h3>{{ one.field.label | inLanguage }}</h3>
        @if (one.rows.length) {
          <ul>
            @for (row of one.rows; track $index) {
              <li>
                @for (cell of row; track cell.label; let first = $first) {
                  @if (!first) {
                    <span class="soft"> · </span>
                  }
                  <span class="soft">{{ cell.label }}:</span> {{ cell.words }}
                }
              </li>
            }
          </ul>
        } @else if (one.words) {
          <p class="said">{{ one.words }}</p>
        } @else {
          <p class="soft">{{ 'admissions.contents.none' | transloco }}</p>
        }
      }
    }
  `,
})
export class OwnAnswers {
  readonly editionId = input.required<string>();
  readonly fields = input.required<readonly FormField[]>();
  readonly form = input.required<ApplicationFormBody>();
  readonly evidence = input.required<readonly EvidenceView[]>();

  private readonly reading = inject(ReadingLanguage);
  protected readonly shown = computed(() => {
    const language = this.reading.code();
    const { answers } = this.form();
    return showing(this.fields(), { form: this.form(), evidence: this.evidence() }).map((field) => ({
      field,
      words: field.kind === 'group' ? '' : wordAnswer(language, field, answers[field.id] as SimpleAnswer | undefined),
      rows:
        field.kind !== 'group'
          ? []
          : filledRows(answers, field.id).map((row) =>
              field.fields
                .filter(({ id }) => Object.hasOwn(row, id))
                .map((column) => ({
                  label: inLanguage(column.label, language),
                  words: wordAnswer(language, column, row[column.id]),
                })),
            ),
    }));
  });
}
