import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readFeedbackOverview } from '@libretto/contracts';
import { Api, lastOf } from '../../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../../platform/language';
import { Moment } from '../../../platform/time';
import { BriefChoice } from '../../../ui/brief-choice';
import { Empty } from '../../../ui/empty';
import { PageHeader } from '../../../ui/page-header';
import { Pager } from '../../../ui/pager';
import { Status } from '../../../ui/status';
import { Waiting } from '../../../ui/waiting';

/** Who has given how much of the feedback that is asked. */
@Component({
  selector: 'lib-feedback-overview-page',
  imports: [BriefChoice, Empty, InLanguagePipe, Moment, PageHeader, Pager, RouterLink, SentencePipe, Status, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './feedback-overview.page.html',
})
export class FeedbackOverviewPage {
  readonly editionId = input.required<string>();
  readonly brief = input<string>();
  readonly after = input<string>();

  protected readonly asked = inject(Api).read(readFeedbackOverview, () => ({
    params: { editionId: this.editionId() },
    query: { brief: this.brief(), after: this.after() },
  }));
  protected readonly overview = lastOf(this.asked);
}
