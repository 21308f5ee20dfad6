import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type DossierHistory, type FieldChangeView, type ItemChangeView, readEvidenceFile } from '@libretto/contracts';
import { fileAddress } from '../../../platform/api';
import { injectSay, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { FieldLabelPipe } from '../dossier/field-label.pipe';
import { markWords, type Run } from './marked-words';
import { wordItem, wordValue, type Wording } from './wording';

interface Line {
  readonly is: ItemChangeView['is'];
  readonly runs: readonly Run[];
  /** The address of the file, if the line is one. */
  readonly address: string | null;
}

/** The differences between two versions of a dossier, field by field: texts word by word, lists item by item. */
@Component({
  selector: 'lib-changes-view',
  imports: [NgTemplateOutlet, SentencePipe, FieldLabelPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './changes-view.html',
  styleUrl: './changes-view.css',
})
export class ChangesView {
  readonly editionId = input.required<string>();
  readonly changes = input.required<NonNullable<DossierHistory['changes']>>();
  readonly fields = input.required<DossierHistory['fields']>();

  private readonly reading = inject(ReadingLanguage);
  private readonly say = injectSay();
  protected readonly shown = computed(() => {
    const wording: Wording = {
      language: this.reading.code(),
      own: this.fields(),
      say: this.say,
    };
    return this.changes().fields.map((change) => ({
      field: change.field,
      isList: change.kind === 'list',
      lines: this.lines(change, wording),
    }));
  });

  private lines(change: FieldChangeView, wording: Wording): Line[] {
    const { field } = change;
    if (change.kind === 'text') {
      const [before, after] = [change.before, change.after].map((value) => wordValue(field, value, wording)) as [
        string,
        string,
      ];
      return [{ is: 'changed', runs: markWords(before, after), address: null }];
    }
    return change.items.map(({ is, before, after }) => ({
      is,
      runs: runsOf(is, before && wordItem(field, before, wording), after && wordItem(field, after, wording)),
      address: field === 'evidence' ? this.address(after ?? before) : null,
    }));
  }

  private address(file: ItemChangeView['after']): string | null {
    const evidenceId = typeof file === 'object' ? file?.['id'] : null;
    return typeof evidenceId === 'string'
      ? fileAddress(readEvidenceFile, {
          params: { editionId: this.editionId(), evidenceId },
          query: { inPlace: 'true' },
        })
      : null;
  }
}

/** An added or removed item is one run; in an item that changed in part, the words are compared. */
function runsOf(is: ItemChangeView['is'], before: string | null, after: string | null): Run[] {
  if (is === 'changed') return markWords(before ?? '', after ?? '');
  return [{ is, text: after ?? before ?? '' }];
}
