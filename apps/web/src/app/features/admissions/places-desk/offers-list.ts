import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OffersSort, OffersView } from '@libretto/contracts';
import type { OfferState } from '@libretto/domain';
import { CountryNamePipe, SentencePipe } from '../../../platform/language';
import { DeadlinePipe, HowFarPipe, LongDayPipe } from '../../../platform/time';
import { SortHead } from '../../../ui/sort-head';
import { Status, type Tone } from '../../../ui/status';
import { WithdrawOffer } from './withdraw-offer';

/** The offers: open ones with the days that are left, the others with their answers. */
@Component({
  selector: 'lib-offers-list',
  imports: [
    RouterLink,
    SentencePipe,
    CountryNamePipe,
    DeadlinePipe,
    HowFarPipe,
    LongDayPipe,
    SortHead,
    Status,
    WithdrawOffer,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './offers-list.html',
})
export class OffersList {
  readonly editionId = input.required<string>();
  /** The edition's time zone. */
  readonly zone = input.required<string>();
  readonly offers = input.required<OffersView['items']>();
  readonly sort = input.required<OffersSort>();
  readonly changed = output();

  protected readonly tones: Record<OfferState, Tone> = {
    open: 'now',
    accepted: 'good',
    declined: 'plain',
    expired: 'plain',
    withdrawn: 'bad',
  };
}
