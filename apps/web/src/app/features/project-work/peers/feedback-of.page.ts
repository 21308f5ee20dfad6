import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FeedbackOfView, readFeedbackOf } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { Empty } from '../../../ui/empty';
import { PageHeader } from '../../../ui/page-header';
import { Status } from '../../../ui/status';
import { Waiting } from '../../../ui/waiting';
import { GivenFeedbackSaid } from './given-feedback';
import { HideFeedbackForm } from './hide-feedback';

/** The feedback that one participant gave and got, for those who look after it. */
@Component({
  selector: 'lib-feedback-of-page',
  imports: [
    Empty,
    GivenFeedbackSaid,
    HideFeedbackForm,
    InLanguagePipe,
    LongDayPipe,
    PageHeader,
    RouterLink,
    SentencePipe,
    Status,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './feedback-of.page.html',
  styles: 'article { margin-bottom: var(--s5); }',
})
export class FeedbackOfPage {
  readonly editionId = input.required<string>();
  readonly enrolmentId = input.required<string>();
  readonly brief = input<string>();

  protected readonly feedback = inject(Api).read(readFeedbackOf, () => ({
    params: { editionId: this.editionId(), enrolmentId: this.enrolmentId() },
    query: { brief: this.brief() },
  }));
  protected readonly both = ['given', 'came'] as const;

  protected of({ items }: FeedbackOfView, which: 'given' | 'came') {
    return items.filter(({ isGiven, given }) => (which === 'given' ? isGiven : !isGiven && given !== null));
  }
}
