import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormField, FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import {
  markingDraft,
  type MarkingDraftBody,
  markWork,
  readSubmittedFile,
  readWorkToMark,
  saveMarkingDraft,
} from '@libretto/contracts';
import { rubricLevels, workOutcomes } from '@libretto/domain';
import { Api, fileAddress } from '../../platform/api';
import { keepDraft } from '../../platform/drafts';
import { inLanguage, InLanguagePipe, ReadingLanguage } from '../../platform/language';
import { HowFarPipe, LongDayPipe } from '../../platform/time';
import { DraftState } from '../../ui/draft-state';
import { FileLink } from '../../ui/file-link';
import { FileView } from '../../ui/file-view';
import { FieldError, formToSend, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { Markings } from './markings';

/** The form: an empty text means that nothing is chosen. */
interface Sheet {
  readonly rubric: readonly { readonly rowId: string; readonly level: string }[];
  readonly outcome: string;
  readonly comment: string;
  readonly grade: string;
}

/** One work beside its rubric. Marking it leads to the next one. */
@Component({
  selector: 'lib-mark-work-page',
  imports: [
    DraftState,
    FieldError,
    FileLink,
    FileView,
    FormField,
    FormRoot,
    HowFarPipe,
    InLanguagePipe,
    LongDayPipe,
    Markings,
    MatButtonModule,
    PageHeader,
    RouterLink,
    Send,
    Status,
    TextField,
    TranslocoPipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './mark-work.page.html',
  styleUrl: './mark-work.page.css',
})
export class MarkWorkPage {
  readonly editionId = input.required<string>();
  readonly workId = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly reading = inject(ReadingLanguage);
  private readonly transloco = inject(TranslocoService);
  protected readonly work = this.api.read(readWorkToMark, () => ({
    params: { editionId: this.editionId(), workId: this.workId() },
  }));
  protected readonly newest = computed(() => this.work.value()?.versions[0]);
  protected readonly levels = rubricLevels;
  protected readonly outcomes = workOutcomes;
  /** The group that was marked a moment ago, for a note above the next work. */
  protected readonly justMarked = signal<string | undefined>(undefined);

  protected readonly draft = keepDraft<Sheet, MarkingDraftBody>(() => {
    const [view, editionId] = [this.work.value(), this.editionId()];
    if (!view?.can.mark) return undefined;
    const params = { editionId, workId: view.workId };
    return {
      name: `marking/${view.workId}`,
      stored: view.draft,
      show: ({ levels, outcome, comment, grade }) => ({
        rubric: view.rubric.map(({ id }) => ({ rowId: id, level: levels[id] ?? '' })),
        outcome: outcome ?? '',
        comment,
        grade,
      }),
      read: asDraft,
      send: async (body) => {
        const { stored } = await this.api.sendAway(saveMarkingDraft, { params, body });
        return stored;
      },
    };
  });
  private readonly model = this.draft.asModel({ rubric: [], outcome: '', comment: '', grade: '' });
  protected readonly form = formToSend(markWork, this.model, () => this.mark(), { body: bodyOf });

  protected readonly labelOf = ([part = '', row]: readonly string[]): string =>
    row
      ? inLanguage(this.work.value()?.rubric.find(({ id }) => id === row)?.title, this.reading.code())
      : this.transloco.translate(`project-work.mark.${part}`);
  protected readonly wordOf = ([part]: readonly string[], value: string): string =>
    part === 'rubric' || part === 'outcome'
      ? this.transloco.translate(`project-work.${part === 'rubric' ? 'level' : part}.${value}`)
      : value;

  protected address(submissionId: string): string {
    return fileAddress(readSubmittedFile, { params: { editionId: this.editionId(), submissionId } });
  }

  private async mark(): Promise<void> {
    const view = this.work.value();
    if (!view) return;
    // Values that two windows chose differently have to be decided first.
    await this.draft.saveNow();
    if (this.draft.clashes().length) return;
    await this.api.send(markWork, {
      params: { editionId: this.editionId(), workId: view.workId },
      body: { ...bodyOf(this.model()), version: view.versions[0]?.version ?? 1 },
    });
    this.justMarked.set(view.group ?? view.members.map(({ name }) => name).join(', '));
    const list = ['/editions', this.editionId(), 'project-work', 'marking'];
    await this.router.navigate(view.next ? [...list, view.next] : list);
  }
}

/** The present choices, in the form that the server keeps. */
function asDraft({ rubric, outcome, comment, grade }: Sheet, base: MarkingDraftBody) {
  const levels = Object.fromEntries(rubric.flatMap(({ rowId, level }) => (level ? [[rowId, level]] : [])));
  const read = markingDraft.safeParse({ levels, outcome: outcome || null, comment, grade });
  return read.success ? { stored: read.data, unkept: 0 } : { stored: base, unkept: 1 };
}

const bodyOf = ({ rubric, outcome, comment, grade }: Sheet) => ({
  outcome: outcome as (typeof workOutcomes)[number],
  comment,
  rubric: rubric.map(({ rowId, level }) => ({ row: rowId, level: level as (typeof rubricLevels)[number] })),
  ...(grade && { grade }),
});
