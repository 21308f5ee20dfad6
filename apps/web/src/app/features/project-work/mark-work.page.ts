import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { applyEach, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { markWork, readSubmittedFile, readWorkToMark, type WorkToMarkView } from '@libretto/contracts';
import { rubricLevels, workOutcomes } from '@libretto/domain';
import { Api, fileAddress } from '../../platform/api';
import { InLanguagePipe } from '../../platform/language';
import { HowFarPipe, LongDayPipe } from '../../platform/time';
import { FileView } from '../../ui/file-view';
import { FieldError, FormProblem, formToSend } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { Markings } from './markings';

/** One work beside its rubric. Marking it leads to the next one. */
@Component({
  selector: 'lib-mark-work-page',
  imports: [
    FormField, FormRoot, MatButtonModule, MatFormFieldModule, MatInputModule, RouterLink, TranslocoPipe,
    InLanguagePipe, HowFarPipe, LongDayPipe, FieldError, FileView, FormProblem, Markings, PageHeader, Status, Waiting,
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
  protected readonly work = this.api.read(readWorkToMark, () => ({ params: { editionId: this.editionId(), workId: this.workId() } }));
  protected readonly newest = computed(() => this.work.value()?.versions[0]);
  protected readonly levels = rubricLevels;
  protected readonly outcomes = workOutcomes;
  /** The group that was marked a moment ago, to say so above the next work. */
  protected readonly justMarked = signal<string | undefined>(undefined);

  private readonly model = linkedSignal<WorkToMarkView | undefined, ReturnType<typeof emptySheet>>({
    source: this.work.value,
    // The same work read again keeps what was typed.
    computation: (view, before) => (before && before.source?.workId === view?.workId ? before.value : emptySheet(view)),
  });
  protected readonly form = formToSend(
    this.model,
    (path) => {
      applyEach(path.rubric, (row) => required(row.level));
      required(path.outcome);
      required(path.comment);
      maxLength(path.comment, 4000);
      maxLength(path.grade, 20);
    },
    () => this.mark(),
  );

  protected address(submissionId: string): string {
    return fileAddress(readSubmittedFile, { params: { editionId: this.editionId(), submissionId } });
  }

  private async mark(): Promise<void> {
    const view = this.work.value();
    if (!view) return;
    const { rubric, outcome, comment, grade } = this.model();
    await this.api.send(markWork, {
      params: { editionId: this.editionId(), workId: view.workId },
      body: {
        version: view.versions[0]?.version ?? 1,
        outcome: outcome as (typeof workOutcomes)[number],
        comment,
        rubric: rubric.map(({ row, level }) => ({ row, level: level as (typeof rubricLevels)[number] })),
        ...(grade && { grade }),
      },
    });
    this.justMarked.set(view.group ?? view.members.map(({ name }) => name).join(', '));
    const list = ['/editions', this.editionId(), 'project-work', 'marking'];
    await this.router.navigate(view.next ? [...list, view.next] : list);
  }
}

const emptySheet = (view: WorkToMarkView | undefined) => ({
  rubric: (view?.rubric ?? []).map(({ id }) => ({ row: id, level: '' })),
  outcome: '',
  comment: '',
  grade: '',
});
