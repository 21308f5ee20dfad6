import { RefusalPipe } from '../../../ui/refusal.pipe';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { readRulings, type RulingsSort } from '@libretto/contracts';
import { voteChoices } from '@libretto/domain';
import { Api, lastOf } from '../../../platform/api';
import { CountryNamePipe, SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { Empty } from '../../../ui/empty';
import { PageHeader } from '../../../ui/page-header';
import { Pager } from '../../../ui/pager';
import { SearchBox } from '../../../ui/search-box';
import { SortHead } from '../../../ui/sort-head';
import { Status } from '../../../ui/status';
import { Waiting } from '../../../ui/waiting';
import { PlacesGrid, PlacesOutlook } from '../../places';
import { outcomeTones } from '../dossier/outcome-tones';

/** The ruling table: the applications that can be ruled on now, and the places left. */
@Component({
  selector: 'lib-rulings-page',
  imports: [
    RefusalPipe,
    MatButtonModule,
    RouterLink,
    SentencePipe,
    CountryNamePipe,
    LongDayPipe,
    Empty,
    PageHeader,
    Pager,
    PlacesGrid,
    PlacesOutlook,
    SearchBox,
    SortHead,
    Status,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rulings.page.html',
})
export class RulingsPage {
  readonly editionId = input.required<string>();
  /** The search and the sort order. */
  readonly q = input<string>();
  readonly sort = input<RulingsSort>();
  readonly after = input<string>();

  protected readonly asked = inject(Api).read(readRulings, () => ({
    params: { editionId: this.editionId() },
    query: { q: this.q(), sort: this.sort(), after: this.after() },
  }));
  protected readonly table = lastOf(this.asked);
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim()));
  protected readonly ready = computed(() => (this.table()?.items ?? []).filter(({ can }) => can.rule));
  protected readonly readyIds = computed(() => this.ready().map(({ applicationId }) => applicationId));
  protected readonly choices = voteChoices;
  protected readonly tones = outcomeTones;
}
