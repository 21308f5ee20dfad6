import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { awardStates, readAwards, retryIssue } from '@libretto/contracts';
import { Api, askAgainWhile } from '../../platform/api';
import { InLanguagePipe } from '../../platform/language';
import { HowFarPipe, LongDayPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { ErrorPanel } from '../../ui/error-panel';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { standingOf, toneOf } from './award-tone';
import { MissingElements } from './missing-elements';

type AwardState = (typeof awardStates)[number];

/** The registrar's list: what is on its way, what stopped and why, what is issued or revoked. */
@Component({
  selector: 'lib-awards-page',
  imports: [
    MatButtonModule, RouterLink, TranslocoPipe, InLanguagePipe, HowFarPipe, LongDayPipe,
    Empty, ErrorPanel, MissingElements, PageHeader, Pager, Status, Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './awards.page.html',
  styleUrl: './awards.page.css',
})
export class AwardsPage {
  /** Where the list is that of one edition. */
  readonly editionId = input<string>();
  readonly state = input<AwardState>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  protected readonly awards = this.api.read(readAwards, () => ({ query: { edition: this.editionId(), state: this.state(), after: this.after() } }));
  protected readonly states = awardStates;
  protected readonly refused = signal<unknown>(undefined);
  protected readonly underway = computed(() => {
    const counts = this.awards.value()?.counts;
    return counts ? counts.queued + counts.signed : 0;
  });
  /** While some are under way: how many of all are through. */
  protected readonly all = computed(() => {
    const counts = this.awards.value()?.counts;
    return counts ? counts.queued + counts.signed + counts.issued + counts.stopped : 0;
  });
  protected readonly standing = standingOf;
  protected readonly tone = toneOf;

  constructor() {
    askAgainWhile(() => this.underway() > 0, () => this.awards.reload());
  }

  protected async retry(enrolmentId: string): Promise<void> {
    this.refused.set(undefined);
    try {
      await this.api.send(retryIssue, { params: { enrolmentId } });
    } catch (error) {
      this.refused.set(error);
    }
    this.awards.reload();
  }
}
