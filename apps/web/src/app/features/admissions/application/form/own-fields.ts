import { ChangeDetectionStrategy, Component, computed, inject, input, model, output } from '@angular/core';
import type { EvidenceView, FormField } from '@libretto/contracts';
import { type Lack, lacking, mostFiles, mostRows, ownFieldKey, showing, type Written } from '@libretto/domain';
import { InLanguagePipe, ReadingLanguage, SentencePipe } from '../../../../platform/language';
import { EvidenceOfKind } from '../../dossier/evidence-of-kind';
import { QuestionAt } from '../../dossier/question-at';
import { askedIn, type Typed, type TypedRow } from './asked';
import { OneField } from './one-field';
import { Rows } from './rows';
import type { TypedAnswers } from './typed';

/** A programme's own fields that show: each answer at once decides which fields below it show. */
@Component({
  selector: 'lib-own-fields',
  imports: [SentencePipe, InLanguagePipe, EvidenceOfKind, OneField, QuestionAt, Rows],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './own-fields.html',
  styleUrl: './own-fields.css',
})
export class OwnFields {
  readonly editionId = input.required<string>();
  readonly fields = input.required<readonly FormField[]>();
  /** The part of the form that can be stored, with its files. */
  readonly written = input.required<Written & { readonly evidence: readonly EvidenceView[] }>();
  readonly typed = model.required<TypedAnswers>();
  /** A file was added or removed. */
  readonly filed = output();

  private readonly reading = inject(ReadingLanguage);
  private readonly lacks = computed(() => lacking(this.fields(), this.written()).filter(isTold));
  protected readonly shown = computed(() => {
    const language = this.reading.code();
    return showing(this.fields(), this.written()).map((field) => ({
      field,
      key: ownFieldKey(field.id),
      text: (this.typed()[field.id] ?? '') as Typed,
      rows: (this.typed()[field.id] || []) as TypedRow[],
      asked: field.kind === 'file' || field.kind === 'group' ? undefined : askedIn(language, field),
      columns: field.kind === 'group' ? field.fields.map((column) => askedIn(language, column)) : [],
      most: field.kind === 'file' ? mostFiles(field) : field.kind === 'group' ? mostRows(field) : 0,
      lack: this.lacks().find(({ key }) => key === ownFieldKey(field.id)),
    }));
  });

  protected write(id: string, typed: Typed | TypedRow[]): void {
    this.typed.update((all) => ({ ...all, [id]: typed }));
  }
}

/** The mark of a required field already tells that it is empty. */
const isTold = (lack: Lack): lack is Lack & { readonly reason: Exclude<Lack['reason'], 'missing'> } =>
  lack.reason !== 'missing';
