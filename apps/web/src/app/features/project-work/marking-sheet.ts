import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { FormRoot, required } from '@angular/forms/signals';
import {
  markingDraft,
  type MarkingDraftBody,
  markWork,
  saveMarkingDraft,
  type WorkToMarkView,
} from '@libretto/contracts';
import { pointsOf, type WorkOutcome } from '@libretto/domain';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../platform/api';
import { Drafts, keepDraft } from '../../platform/drafts';
import { injectSay, inLanguage, ReadingLanguage, SentencePipe } from '../../platform/language';
import { DraftState } from '../../ui/draft-state';
import { formToSend, Send, TextField } from '../../ui/form';
import { LatenessSaid } from './lateness-said';
import { LevelWords } from './level-words';
import { MarkFields, markOf } from './mark-fields';
import { RubricRowField } from './rubric-row-field';

/** The form: an empty text means that nothing is chosen. */
interface Sheet {
  readonly rubric: readonly { readonly rowId: string; readonly level: string }[];
  readonly outcome: string;
  readonly comment: string;
  readonly mustChange: string;
  readonly stays: string;
  readonly grade: string;
}

const emptySheet: Sheet = { rubric: [], outcome: '', comment: '', mustChange: '', stays: '', grade: '' };

/** What a marker says of one work: the rubric, a comment, the outcome. It keeps itself as a draft until it is sent. */
@Component({
  selector: 'lib-marking-sheet',
  imports: [DraftState, FormRoot, LatenessSaid, MarkFields, RubricRowField, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './marking-sheet.html',
  styleUrl: './marking-sheet.css',
})
export class MarkingSheet {
  readonly editionId = input.required<string>();
  readonly work = input.required<WorkToMarkView>();
  readonly marked = output();

  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly reading = inject(ReadingLanguage);
  private readonly say = injectSay();
  private readonly words = inject(LevelWords);

  protected readonly draft = keepDraft<Sheet, MarkingDraftBody>(() => {
    const [view, params] = [this.work(), this.params()];
    return {
      name: `marking/${view.workId}`,
      stored: view.draft,
      show: ({ levels, outcome, ...texts }) => ({
        rubric: view.rubric.map(({ id }) => ({ rowId: id, level: levels[id] ?? '' })),
        outcome: outcome ?? '',
        ...texts,
      }),
      read: asDraft,
      send: async (body) => {
        const { stored } = await this.api.sendAway(saveMarkingDraft, { params, body });
        return stored;
      },
    };
  });
  private readonly model = this.draft.asModel(emptySheet);
  protected readonly form = formToSend(markWork, this.model, () => this.mark(), {
    body: bodyOf,
    rules: (path) => {
      required(path.mustChange, { when: ({ valueOf }) => valueOf(path.outcome) === 'not-passed' });
    },
  });

  /** The points so far, where the rubric counts any. */
  protected readonly points = computed(() => pointsOf(this.work().rubric, bodyOf(this.model()).rubric));
  protected readonly failed = computed(() => this.model().outcome === 'not-passed');

  protected readonly labelOf = ([part = '', row]: readonly string[]): string =>
    row
      ? inLanguage(this.work().rubric.find(({ id }) => id === row)?.title, this.reading.code())
      : this.say(`project-work.mark.${part as KeyBelow<'project-work.mark'>}`);
  protected readonly wordOf = ([part, row]: readonly string[], value: string): string =>
    part === 'rubric'
      ? this.words.of(this.work().rubric, row ?? '', value)
      : part === 'outcome'
        ? this.say(`project-work.outcome.${value as WorkOutcome}`)
        : value;

  private params() {
    return { editionId: this.editionId(), workId: this.work().workId };
  }

  private async mark(): Promise<void> {
    // Annotations go with the marking, after which they cannot change; and values that two windows chose differently
    // have to be decided first.
    await this.drafts.saveAll();
    if (this.draft.clashes().length) return;
    const version = this.work().versions[0]?.version ?? 1;
    await this.api.send(markWork, { params: this.params(), body: { ...bodyOf(this.model()), version } });
    this.marked.emit();
  }
}

/** The present choices, in the form that the server keeps. */
function asDraft({ rubric, outcome, ...texts }: Sheet, base: MarkingDraftBody) {
  const levels = Object.fromEntries(rubric.flatMap(({ rowId, level }) => (level ? [[rowId, level]] : [])));
  const read = markingDraft.safeParse({ levels, outcome: outcome || null, ...texts });
  return read.success ? { stored: read.data, unkept: 0 } : { stored: base, unkept: 1 };
}

const bodyOf = ({ rubric, comment, mustChange, stays, ...mark }: Sheet) => ({
  ...markOf(mark),
  comment,
  rubric: rubric.map(({ rowId, level }) => ({ row: rowId, level })),
  ...(mark.outcome === 'not-passed' && { mustChange, stays }),
});
