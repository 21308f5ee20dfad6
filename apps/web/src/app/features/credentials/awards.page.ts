import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  type AwardsSort,
  followAwards,
  pauseIssuing,
  readAwards,
  resumeIssuing,
  retryIssue,
} from '@libretto/contracts';
import { type AwardStanding, awardStandingOf, awardStandings } from '@libretto/domain';
import { Api, askWhenTold, lastOf } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { HowFarPipe, LongDayPipe } from '../../platform/time';
import { Choice, Choose, ChooseAll, Chosen } from '../../ui/choosing';
import { Empty } from '../../ui/empty';
import { Refused, Sending } from '../../ui/sending';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { SearchBox } from '../../ui/search-box';
import { SortHead } from '../../ui/sort-head';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { toneOf } from './award-tone';
import { MissingElements } from './missing-elements';

/** The registrar's list: ready and queued awards, failed and stopped ones with the reason, and what was issued. */
@Component({
  selector: 'lib-awards-page',
  imports: [
    Choose,
    ChooseAll,
    Chosen,
    Empty,
    HowFarPipe,
    InLanguagePipe,
    LongDayPipe,
    MatButtonModule,
    MissingElements,
    PageHeader,
    Pager,
    Refused,
    RouterLink,
    SearchBox,
    SortHead,
    Status,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './awards.page.html',
  styleUrl: './awards.page.css',
})
export class AwardsPage {
  /** The edition, if the list is one edition's. */
  readonly editionId = input<string>();
  readonly state = input<AwardStanding>();
  readonly q = input<string>();
  readonly sort = input<AwardsSort>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  private readonly question = computed(() => ({
    query: { edition: this.editionId(), q: this.q(), state: this.state(), sort: this.sort(), after: this.after() },
  }));
  protected readonly asked = this.api.read(readAwards, () => this.question());
  protected readonly awards = lastOf(this.asked);
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim()));
  protected readonly choice = new Choice(() => (this.awards()?.items ?? []).map(({ enrolmentId }) => enrolmentId));
  protected readonly states = awardStandings;
  protected readonly sending = new Sending();
  protected readonly underway = computed(() => {
    const counts = this.awards()?.counts;
    return counts ? counts.queued + counts.signed : 0;
  });
  /** All whose credential is neither suspended nor revoked: the progress is shown out of these. */
  protected readonly all = computed(() => {
    const counts = this.awards()?.counts;
    return counts
      ? this.underway() + counts.ready + counts.unapproved + counts.failed + counts.stopped + counts.issued
      : 0;
  });
  /** Those that somebody has to look at: missing an element, or failed. */
  protected readonly stuck = computed(() => {
    const counts = this.awards()?.counts;
    return counts ? counts.failed + counts.stopped : 0;
  });
  protected readonly standing = awardStandingOf;
  protected readonly tone = toneOf;

  constructor() {
    askWhenTold(
      followAwards,
      () => (this.underway() ? {} : undefined),
      () => this.askAgain(),
    );
  }

  protected pause(editionId: string): Promise<void> {
    return this.send(pauseIssuing, editionId);
  }

  protected resume(editionId: string): Promise<void> {
    return this.send(resumeIssuing, editionId);
  }

  private async send(route: typeof pauseIssuing | typeof resumeIssuing, editionId: string): Promise<void> {
    await this.sending.run(async () => {
      await this.api.send(route, { params: { editionId } });
    });
    this.asked.reload();
  }

  private async askAgain(): Promise<void> {
    const question = this.question();
    const answer = await this.api.send(readAwards, question);
    if (question === this.question()) this.asked.set(answer);
  }

  protected async retry(enrolmentId: string): Promise<void> {
    await this.sending.run(() => this.api.send(retryIssue, { params: { enrolmentId } }));
    this.asked.reload();
  }
}
