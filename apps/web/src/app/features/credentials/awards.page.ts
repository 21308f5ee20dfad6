import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type AwardRow, type AwardsSort, awardStates, readAwards, retryIssue } from '@libretto/contracts';
import { standingOf } from '@libretto/domain';
import { Api, askAgainWhile, lastOf } from '../../platform/api';
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

type AwardState = (typeof awardStates)[number];

/** The registrar's list: awards under way, stopped ones with the reason, issued and revoked ones. */
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
  readonly state = input<AwardState>();
  readonly q = input<string>();
  readonly sort = input<AwardsSort>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  protected readonly asked = this.api.read(readAwards, () => ({
    query: { edition: this.editionId(), q: this.q(), state: this.state(), sort: this.sort(), after: this.after() },
  }));
  protected readonly awards = lastOf(this.asked);
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim()));
  protected readonly choice = new Choice(() =>
    (this.awards()?.items ?? []).filter(canTryAgain).map(({ enrolmentId }) => enrolmentId),
  );
  protected readonly states = awardStates;
  protected readonly sending = new Sending();
  protected readonly underway = computed(() => {
    const counts = this.awards()?.counts;
    return counts ? counts.queued + counts.signed : 0;
  });
  /** While some are under way: the number of finished ones. */
  protected readonly all = computed(() => {
    const counts = this.awards()?.counts;
    return counts ? counts.queued + counts.signed + counts.issued + counts.stopped : 0;
  });
  protected readonly canTryAgain = canTryAgain;
  protected readonly standing = standingOf;
  protected readonly tone = toneOf;

  constructor() {
    askAgainWhile(
      () => this.underway() > 0,
      () => this.asked.reload(),
    );
  }

  protected async retry(enrolmentIds: readonly string[]): Promise<void> {
    await this.sending.runEach(enrolmentIds, (enrolmentId) => this.api.send(retryIssue, { params: { enrolmentId } }));
    this.choice.set([]);
    this.asked.reload();
  }
}

const canTryAgain = ({ state, fault, waitsForConfirmation }: AwardRow): boolean =>
  (state === 'stopped' || fault !== null) && !waitsForConfirmation;
