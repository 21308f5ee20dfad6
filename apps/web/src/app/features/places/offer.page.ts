import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { acceptOffer, declineOffer, readMyPlace } from '@libretto/contracts';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../platform/api';
import { CountryNamePipe, injectSay, inLanguage, ReadingLanguage, SentencePipe } from '../../platform/language';
import { SignedIn } from '../../platform/people';
import { Moment } from '../../platform/time';
import { Confirm } from '../../ui/confirm';
import { Empty } from '../../ui/empty';
import { Refused, Sending } from '../../ui/sending';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

/** One's own offer of a place, to accept or decline, with its deadline. */
@Component({
  selector: 'lib-offer-page',
  imports: [CountryNamePipe, Empty, MatButtonModule, Moment, PageHeader, Refused, RouterLink, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './offer.page.html',
})
export class OfferPage {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly signedIn = inject(SignedIn);
  private readonly say = injectSay();
  private readonly reading = inject(ReadingLanguage);
  protected readonly place = this.api.read(readMyPlace, () => ({ params: { editionId: this.editionId() } }));
  protected readonly over = computed(() => {
    const place = this.place.value();
    return place && `${inLanguage(place.programme, this.reading.code())}, ${place.edition}`;
  });
  protected readonly sending = new Sending();

  protected accept(offerId: string): Promise<void> {
    return this.act(async () => {
      await this.api.send(acceptOffer, { params: { editionId: this.editionId(), offerId } });
      this.notices.tell('accepted');
      // Accepting makes a participant: the navigation shows it at once.
      await this.signedIn.refresh();
    });
  }

  protected async decline(offerId: string): Promise<void> {
    const say = (key: KeyBelow<'places.decline'>) => this.say(`places.decline.${key}`);
    if (await this.confirm.ask({ title: say('title'), consequence: say('consequence'), verb: say('do') }))
      await this.act(async () => {
        await this.api.send(declineOffer, { params: { editionId: this.editionId(), offerId } });
        this.notices.tell('declined');
      });
  }

  private async act(step: () => Promise<unknown>): Promise<void> {
    await this.sending.run(step);
    this.place.reload();
  }
}
