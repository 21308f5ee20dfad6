import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { readFeedbackFile, readFeedbackToGive } from '@libretto/contracts';
import { Api, fileAddress } from '../../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../../platform/language';
import { Moment } from '../../../platform/time';
import { FileView } from '../../../ui/file-view';
import { PageHeader } from '../../../ui/page-header';
import { RefusalPipe } from '../../../ui/refusal.pipe';
import { Waiting } from '../../../ui/waiting';
import { FileChoice } from '../handing-in/file-choice';
import { WorkLinks } from '../handing-in/work-links';
import { FeedbackSheet } from './feedback-sheet';
import { GivenFeedbackSaid } from './given-feedback';

/** What a feedback is about, beside its rubric. */
@Component({
  selector: 'lib-give-feedback-page',
  imports: [
    FeedbackSheet,
    FileChoice,
    FileView,
    GivenFeedbackSaid,
    InLanguagePipe,
    Moment,
    PageHeader,
    RefusalPipe,
    RouterLink,
    SentencePipe,
    Waiting,
    WorkLinks,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './give-feedback.page.html',
  styleUrl: '../beside-rubric.css',
})
export class GiveFeedbackPage {
  readonly editionId = input.required<string>();
  readonly feedbackId = input.required<string>();
  /** The file that is looked at, where there are several. */
  readonly file = input<string>();

  private readonly router = inject(Router);
  protected readonly feedback = inject(Api).read(readFeedbackToGive, () => ({ params: this.params() }));
  protected readonly shown = computed(() => {
    const files = this.feedback.value()?.version.files ?? [];
    return files.find(({ id }) => id === this.file()) ?? files[0];
  });
  /** What was given, for whoever cannot change it any more. */
  protected readonly said = computed(() => {
    const { levels = {}, comments = {} } = this.feedback.value()?.draft ?? {};
    return {
      points: null,
      rubric: Object.entries(levels).map(([row, level]) => ({ row, level, comment: comments[row] ?? '' })),
    };
  });

  private params() {
    return { editionId: this.editionId(), feedbackId: this.feedbackId() };
  }

  protected addressOf(submittedFileId: string): string {
    return fileAddress(readFeedbackFile, { params: { ...this.params(), submittedFileId } });
  }

  /** Each file has its own address. */
  protected async choose(file: string): Promise<void> {
    await this.router.navigate([], { queryParams: { file }, replaceUrl: true });
  }

  protected async goBack(brief: string): Promise<void> {
    await this.router.navigate(['/editions', this.editionId(), 'project-work', 'feedback'], { queryParams: { brief } });
  }
}
