import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { type FeedbackDraftBody, type FeedbackToGiveView, giveFeedback, saveFeedbackDraft } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { Drafts, keepDraft } from '../../../platform/drafts';
import { injectSay, inLanguage, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { DraftState } from '../../../ui/draft-state';
import { formToSend, Send, TextField } from '../../../ui/form';
import { Notices } from '../../../ui/notices';
import { LevelWords } from '../level-words';
import { RubricRowField } from '../rubric-row-field';

/** The form: an empty level is none yet. */
interface Sheet {
  readonly rubric: readonly { readonly rowId: string; readonly level: string; readonly comment: string }[];
}

/** A feedback by the rows of its rubric, each with a comment. It keeps itself as a draft until it is given. */
@Component({
  selector: 'lib-feedback-sheet',
  imports: [DraftState, FormRoot, RubricRowField, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './feedback-sheet.html',
  styleUrl: '../marking-sheet.css',
})
export class FeedbackSheet {
  readonly editionId = input.required<string>();
  readonly feedback = input.required<FeedbackToGiveView>();
  readonly given = output();

  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly notices = inject(Notices);
  private readonly reading = inject(ReadingLanguage);
  private readonly say = injectSay();
  private readonly words = inject(LevelWords);

  protected readonly draft = keepDraft<Sheet, FeedbackDraftBody>(() => {
    const [view, params] = [this.feedback(), this.params()];
    return {
      name: `feedback/${view.id}`,
      stored: view.draft,
      show: ({ levels, comments }) => ({
        rubric: view.rubric.map(({ id }) => ({ rowId: id, level: levels[id] ?? '', comment: comments[id] ?? '' })),
      }),
      read: ({ rubric }) => ({ stored: asDraft(rubric), unkept: 0 }),
      send: async (body) => {
        const { stored } = await this.api.sendAway(saveFeedbackDraft, { params, body });
        return stored;
      },
    };
  });
  private readonly model = this.draft.asModel({ rubric: [] });
  protected readonly form = formToSend(giveFeedback, this.model, () => this.give(), { body: bodyOf });

  protected readonly labelOf = ([part, row = '']: readonly string[]): string => {
    const title = inLanguage(this.feedback().rubric.find(({ id }) => id === row)?.title, this.reading.code());
    return part === 'comments' ? `${title}, ${this.say('peer-feedback.give.comment')}` : title;
  };
  protected readonly wordOf = ([part, row = '']: readonly string[], value: string): string =>
    part === 'levels' ? this.words.of(this.feedback().rubric, row, value) : value;

  private params() {
    return { editionId: this.editionId(), feedbackId: this.feedback().id };
  }

  private async give(): Promise<void> {
    // Values that two windows chose differently have to be decided first.
    await this.drafts.saveAll();
    if (this.draft.clashes().length) return;
    await this.api.send(giveFeedback, { params: this.params(), body: bodyOf(this.model()) });
    this.notices.tell('feedback-given');
    this.given.emit();
  }
}

const asDraft = (rubric: Sheet['rubric']): FeedbackDraftBody => ({
  levels: Object.fromEntries(rubric.flatMap(({ rowId, level }) => (level ? [[rowId, level]] : []))),
  comments: Object.fromEntries(rubric.flatMap(({ rowId, comment }) => (comment ? [[rowId, comment]] : []))),
});

const bodyOf = ({ rubric }: Sheet) => ({
  rubric: rubric.map(({ rowId, level, comment }) => ({ row: rowId, level, comment })),
});
