import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type ConflictGroundView, type ConflictsSort, type ConflictsView, readConflicts } from '@libretto/contracts';
import { claimedGrounds, type RegisteredGround, registeredGrounds } from '@libretto/domain';
import { Api, lastOf } from '../../../platform/api';
import { CountryNamePipe, SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { Choice, Choose, ChooseAll, Chosen } from '../../../ui/choosing';
import { Empty } from '../../../ui/empty';
import { FilterBy } from '../../../ui/filter-by';
import { Notices } from '../../../ui/notices';
import { PageHeader } from '../../../ui/page-header';
import { Pager } from '../../../ui/pager';
import { SearchBox } from '../../../ui/search-box';
import { SortHead } from '../../../ui/sort-head';
import { Status, type Tone } from '../../../ui/status';
import { Waiting } from '../../../ui/waiting';
import { PinForm } from './pin-form';
import { type Clearable, ClearForm } from './clear-form';

type Row = ConflictsView['items'][number];

/** The conflicts between members and applicants: with ground, reason, author and date. */
@Component({
  selector: 'lib-conflicts-page',
  imports: [
    MatButtonModule,
    RouterLink,
    SentencePipe,
    CountryNamePipe,
    LongDayPipe,
    Choose,
    ChooseAll,
    Chosen,
    ClearForm,
    Empty,
    FilterBy,
    PageHeader,
    Pager,
    PinForm,
    SearchBox,
    SortHead,
    Status,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './conflicts.page.html',
  styleUrl: './conflicts.page.css',
})
export class ConflictsPage {
  readonly editionId = input.required<string>();
  readonly after = input<string>();
  readonly q = input<string>();
  readonly sort = input<ConflictsSort>();
  readonly ground = input<RegisteredGround | undefined, string | undefined>(undefined, {
    transform: (ground) => registeredGrounds.find((one) => one === ground),
  });

  private readonly notices = inject(Notices);
  protected readonly conflicts = inject(Api).read(readConflicts, () => ({
    params: { editionId: this.editionId() },
    query: { q: this.q(), ground: this.ground(), sort: this.sort(), after: this.after() },
  }));
  protected readonly view = lastOf(this.conflicts);
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim() || this.ground()));
  protected readonly grounds = registeredGrounds;
  protected readonly isPinning = signal(false);
  /** The conflict being cleared, or all chosen ones. */
  protected readonly clearing = signal<string | 'chosen' | null>(null);
  private readonly clearable = computed(
    () => (this.view()?.can.pin ? this.view()?.items.flatMap(clearableOf) : undefined) ?? [],
  );
  protected readonly choice = new Choice(() => this.clearable().map(({ id }) => id));
  protected readonly chosen = computed(() => this.clearable().filter(({ id }) => this.choice.has(id)));

  protected keyOf({ applicationId, accountId }: Row): string {
    return `${applicationId} ${accountId}`;
  }

  /** For a claim, its answer; for a conflict, nothing more than its ground. */
  protected standingOf({
    ground,
    answer,
    ended,
  }: ConflictGroundView): 'asked' | 'answered-none' | 'answered-conflict' | null {
    if (ended || !claimedGrounds.some((one) => one === ground)) return null;
    if (!answer) return 'asked';
    return answer.inConflict ? 'answered-conflict' : 'answered-none';
  }

  protected toneOf(ground: ConflictGroundView): Tone {
    if (ground.ended) return 'plain';
    const standing = this.standingOf(ground);
    if (!standing) return 'bad';
    return standing === 'asked' ? 'wait' : 'plain';
  }

  protected afterPin(what: { applicant: string; member: string }): void {
    this.isPinning.set(false);
    this.notices.tell('conflict-recorded', what);
    this.conflicts.reload();
  }

  protected afterClearing(): void {
    this.choice.set([]);
    this.clearing.set(null);
    this.conflicts.reload();
  }
}

const clearableOf = ({ name, member, grounds }: Row): Clearable[] =>
  grounds.flatMap(({ id }) => (id ? { id, applicant: name, member } : []));
