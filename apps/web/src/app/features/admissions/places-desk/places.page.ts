import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OffersSort, readOffers, readPlacesDesk, readWaitingList } from '@libretto/contracts';
import { type OfferState, offerStates } from '@libretto/domain';
import { Api, lastOf } from '../../../platform/api';
import { CountryNamePipe, SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { Empty } from '../../../ui/empty';
import { FilterBy } from '../../../ui/filter-by';
import { PageHeader } from '../../../ui/page-header';
import { Pager } from '../../../ui/pager';
import { SearchBox } from '../../../ui/search-box';
import { Waiting } from '../../../ui/waiting';
import { DrawnPlaces } from './drawn-places';
import { OffersList } from './offers-list';
import { OpenPlacesForm } from './open-places-form';
import { WaitingList } from './waiting-list';

/** The places of an edition, for its coordinators: holders, waiting lists, and actions on them. */
@Component({
  selector: 'lib-places-page',
  imports: [
    RouterLink,
    SentencePipe,
    CountryNamePipe,
    DrawnPlaces,
    Empty,
    FilterBy,
    LongDayPipe,
    OffersList,
    OpenPlacesForm,
    PageHeader,
    Pager,
    SearchBox,
    Waiting,
    WaitingList,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './places.page.html',
})
export class PlacesPage {
  readonly editionId = input.required<string>();
  /** Search, filter and order of the offers; the waiting lists have an order of their own. */
  readonly q = input<string>();
  readonly state = input<OfferState | undefined, string | undefined>(undefined, {
    transform: (state) => offerStates.find((one) => one === state),
  });
  readonly sort = input<OffersSort>();
  readonly after = input<string>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly api = inject(Api);
  private readonly params = computed(() => ({ editionId: this.editionId() }));
  protected readonly desk = this.api.read(readPlacesDesk, () => ({ params: this.params() }));
  protected readonly list = this.api.read(readWaitingList, () => ({ params: this.params(), query: {} }));
  protected readonly offers = this.api.read(readOffers, () => ({
    params: this.params(),
    query: { q: this.q(), state: this.state(), sort: this.sort(), after: this.after() },
  }));
  protected readonly made = lastOf(this.offers);
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim() || this.state()));
  protected readonly states = offerStates;

  protected readAgain(): void {
    this.desk.reload();
    this.list.reload();
    this.offers.reload();
    // The sent form goes: reading goes on from the heading and its new state.
    this.host.querySelector('h1')?.focus();
  }
}
