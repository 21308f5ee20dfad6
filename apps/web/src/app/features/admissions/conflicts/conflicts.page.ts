import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ConflictsView, readConflicts } from '@libretto/contracts';
import { type ConflictGround, conflictGrounds } from '@libretto/domain';
import { Api, lastOf } from '../../../platform/api';
import { CountryNamePipe, inLanguage, ReadingLanguage } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { Empty } from '../../../ui/empty';
import { PageHeader } from '../../../ui/page-header';
import { Pager } from '../../../ui/pager';
import { SearchBox } from '../../../ui/search-box';
import { Status } from '../../../ui/status';
import { Waiting } from '../../../ui/waiting';
import { AdmissionsPages } from '../admissions-pages';
import { PinForm } from './pin-form';
import { UnpinForm } from './unpin-form';

type Row = ConflictsView['items'][number];

/** Who of the commission is in conflict with whom: by ground, with the reason, who said so and when. */
@Component({
  selector: 'lib-conflicts-page',
  imports: [
    MatButtonModule, MatFormFieldModule, MatInputModule, RouterLink, TranslocoPipe, CountryNamePipe, LongDayPipe,
    AdmissionsPages, Empty, PageHeader, Pager, PinForm, SearchBox, Status, UnpinForm, Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './conflicts.page.html',
  styleUrl: './conflicts.page.css',
})
export class ConflictsPage {
  readonly editionId = input.required<string>();
  readonly after = input<string>();
  readonly q = input<string>();
  readonly ground = input<ConflictGround | undefined, string | undefined>(undefined, {
    transform: (ground) => conflictGrounds.find((one) => one === ground),
  });

  private readonly router = inject(Router);
  private readonly reading = inject(ReadingLanguage);
  protected readonly conflicts = inject(Api).read(readConflicts, () => ({
    params: { editionId: this.editionId() },
    query: { q: this.q(), ground: this.ground(), after: this.after() },
  }));
  protected readonly view = lastOf(this.conflicts);
  protected readonly over = computed(() => {
    const view = this.view();
    return view && `${inLanguage(view.programme, this.reading.code())}, ${view.edition}`;
  });
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim() || this.ground()));
  protected readonly grounds = conflictGrounds;
  protected readonly isPinning = signal(false);
  /** The pin that is being taken back. */
  protected readonly unpinning = signal<string | null>(null);
  /** What was pinned last, for who hears it. */
  protected readonly pinned = signal<{ applicant: string; member: string } | null>(null);

  protected keyOf({ applicationId, accountId }: Row): string {
    return `${applicationId} ${accountId}`;
  }

  protected keepTo(ground: string): void {
    const queryParams = { ground: ground || null, after: null };
    void this.router.navigate(['/editions', this.editionId(), 'admissions', 'conflicts'], { queryParams, queryParamsHandling: 'merge' });
  }

  protected openPin(): void {
    this.pinned.set(null);
    this.isPinning.set(true);
  }

  protected afterPin(what: { applicant: string; member: string }): void {
    this.isPinning.set(false);
    this.pinned.set(what);
    this.conflicts.reload();
  }

  protected afterUnpin(): void {
    this.unpinning.set(null);
    this.pinned.set(null);
    this.conflicts.reload();
  }
}
