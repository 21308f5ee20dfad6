import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { declareConflicts, type DeskSort, readDesk } from '@libretto/contracts';
import { type DeskStep, deskSteps } from '@libretto/domain';
import { Api, lastOf } from '../../../platform/api';
import { CountryNamePipe, SentencePipe } from '../../../platform/language';
import { Clock, DeadlinePipe, HowFarPipe, LongDayPipe } from '../../../platform/time';
import { Choice, Choose, ChooseAll, Chosen } from '../../../ui/choosing';
import { Empty } from '../../../ui/empty';
import { Refused, Sending } from '../../../ui/sending';
import { FilterBy } from '../../../ui/filter-by';
import { PageHeader } from '../../../ui/page-header';
import { Pager } from '../../../ui/pager';
import { SearchBox } from '../../../ui/search-box';
import { SortHead } from '../../../ui/sort-head';
import { Status } from '../../../ui/status';
import { Waiting } from '../../../ui/waiting';
import { deskTones } from './desk-tones';

/** The dossiers before a member of the commission. */
@Component({
  selector: 'lib-desk-page',
  imports: [
    Choose,
    ChooseAll,
    Chosen,
    CountryNamePipe,
    DeadlinePipe,
    Empty,
    FilterBy,
    HowFarPipe,
    LongDayPipe,
    MatButtonModule,
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
  templateUrl: './desk.page.html',
  styleUrl: './desk.page.css',
})
export class DeskPage {
  readonly editionId = input.required<string>();
  readonly after = input<string>();
  /** `assigned`: only the dossiers assigned to this member. */
  readonly only = input<'assigned' | undefined, string | undefined>(undefined, {
    transform: (only) => (only === 'assigned' ? only : undefined),
  });

  /** The search, and the step that the list is filtered by. */
  readonly q = input<string>();
  readonly step = input<DeskStep | undefined, string | undefined>(undefined, {
    transform: (step) => deskSteps.find((one) => one === step),
  });

  readonly sort = input<DeskSort>();

  /** The filter for links into dossiers: next and previous stay within it. */
  protected readonly filter = computed(() => ({
    only: this.only(),
    q: this.q(),
    step: this.step(),
    sort: this.sort(),
  }));

  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  protected readonly desk = this.api.read(readDesk, () => ({
    params: { editionId: this.editionId() },
    query: { after: this.after(), ...this.filter() },
  }));
  protected readonly view = lastOf(this.desk);
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim() || this.step()));
  protected readonly steps = deskSteps;
  /** An applicant's claim about this member needs an answer of its own. */
  protected readonly claimed = computed(() => (this.view()?.items ?? []).filter(({ claims }) => claims.length));
  protected readonly toDeclare = computed(() =>
    (this.view()?.items ?? []).filter(({ step, claims }) => step === 'to-declare' && !claims.length),
  );
  /** The applicants with whom the member declares at once to have no conflict. */
  protected readonly choice = new Choice(() => this.toDeclare().map(({ applicationId }) => applicationId));
  protected readonly opened = computed(() => (this.view()?.items ?? []).filter(({ step }) => step !== 'to-declare'));
  protected readonly first = computed(() =>
    this.opened().find(({ step, mark }) => mark !== null || step === 'to-find' || step === 'to-vote'),
  );
  /** The reason why the list is empty: there is nothing for this member; whether there is for others stays hidden. */
  protected readonly whyNone = computed(() => {
    const view = this.view();
    if (view?.toDeclare) return 'declared';
    return view && new Date(view.closesAt).getTime() <= this.clock.now() ? 'closed' : 'yet';
  });
  protected readonly tones = deskTones;
  protected readonly sending = new Sending();

  protected async declareNone(): Promise<void> {
    const applicationIds = this.choice.chosen();
    await this.sending.run(async () => {
      await this.api.send(declareConflicts, {
        params: { editionId: this.editionId() },
        body: { applicationIds, conflict: null },
      });
    });
    this.choice.set([]);
    this.desk.reload();
  }
}
