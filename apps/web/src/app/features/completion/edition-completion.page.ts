import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CompletionSort, readEditionCompletion } from '@libretto/contracts';
import { Api, lastOf } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { HoursPipe, LongDayPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { FilterBy } from '../../ui/filter-by';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { SearchBox } from '../../ui/search-box';
import { SortHead } from '../../ui/sort-head';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';

/** Everybody of an edition, and the requirements that each still misses. */
@Component({
  selector: 'lib-edition-completion-page',
  imports: [
    RouterLink,
    SentencePipe,
    HoursPipe,
    LongDayPipe,
    Empty,
    FilterBy,
    PageHeader,
    Pager,
    SearchBox,
    SortHead,
    Status,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './edition-completion.page.html',
  styles: 'th .small { font-weight: 400; }',
})
export class EditionCompletionPage {
  readonly editionId = input.required<string>();
  /** Search, filter and sort order, all from the address. */
  readonly q = input<string>();
  readonly standing = input<'complete' | 'missing' | undefined, string | undefined>(undefined, {
    transform: (standing) => (standing === 'complete' || standing === 'missing' ? standing : undefined),
  });
  readonly sort = input<CompletionSort>();
  readonly after = input<string>();

  protected readonly asked = inject(Api).read(readEditionCompletion, () => ({
    params: { editionId: this.editionId() },
    query: { q: this.q(), standing: this.standing(), sort: this.sort(), after: this.after() },
  }));
  protected readonly people = lastOf(this.asked);
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim() || this.standing()));
}
