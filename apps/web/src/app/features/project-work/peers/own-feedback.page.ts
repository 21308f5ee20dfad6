import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OwnFeedbackView, readOwnFeedback } from '@libretto/contracts';
import { feedbackKinds } from '@libretto/domain';
import { Api } from '../../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../../platform/language';
import { Moment } from '../../../platform/time';
import { BriefChoice } from '../../../ui/brief-choice';
import { Empty } from '../../../ui/empty';
import { PageHeader } from '../../../ui/page-header';
import { RefusalPipe } from '../../../ui/refusal.pipe';
import { Status } from '../../../ui/status';
import { Waiting } from '../../../ui/waiting';
import { GivenFeedbackSaid } from './given-feedback';

/** The feedback that a participant is asked for, and what came to them. */
@Component({
  selector: 'lib-own-feedback-page',
  imports: [
    BriefChoice,
    Empty,
    GivenFeedbackSaid,
    InLanguagePipe,
    Moment,
    PageHeader,
    RefusalPipe,
    RouterLink,
    SentencePipe,
    Status,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './own-feedback.page.html',
  styles: `
    .asked {
      padding: 0;
      list-style: none;
    }

    .asked li {
      padding-block: var(--s2);
      border-bottom: 1px solid var(--rule);
      max-width: var(--measure);
    }

    article {
      margin-bottom: var(--s4);
    }
  `,
})
export class OwnFeedbackPage {
  readonly editionId = input.required<string>();
  /** The brief, where several ask for feedback. */
  readonly brief = input<string>();

  protected readonly feedback = inject(Api).read(readOwnFeedback, () => ({
    params: { editionId: this.editionId() },
    query: { brief: this.brief() },
  }));
  protected readonly kinds = feedbackKinds;
  protected readonly given = computed(
    () => this.feedback.value()?.toGive.filter(({ state }) => state === 'given').length ?? 0,
  );
  protected readonly isOver = computed(() => new Date(this.feedback.value()?.until ?? 0) < new Date());
  protected readonly next = computed(() => this.feedback.value()?.toGive.find(({ state }) => state !== 'given'));

  protected of(view: OwnFeedbackView, kind: (typeof feedbackKinds)[number]) {
    return view.toGive.filter((one) => one.kind === kind);
  }

  protected readonly tones = { 'to-give': 'wait', draft: 'now', given: 'good' } as const;
}
