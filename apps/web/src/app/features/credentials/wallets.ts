import type { HttpResourceRef } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import {
  offerToWallet,
  type readWallets,
  type ReplyOf,
  type WalletCopies,
  type WalletOffer,
} from '@libretto/contracts';
import { Api, askAgainWhile } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Clock, ClockTimePipe, LongDayPipe } from '../../platform/time';
import { QrCode } from '../../ui/qr-code';
import { Refused, Sending } from '../../ui/sending';
import { Status, type Tone } from '../../ui/status';
import { Waiting } from '../../ui/waiting';

const tones: Record<WalletCopies['copies'][number]['state'], Tone> = {
  ...{ given: 'plain', stored: 'good', failed: 'bad', deleted: 'plain' },
};

/** Adds a credential to a wallet of its holder, and lists the copies that wallets have. */
@Component({
  selector: 'lib-wallets',
  imports: [ClockTimePipe, LongDayPipe, MatButtonModule, QrCode, Refused, SentencePipe, Status, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './wallets.html',
  styleUrl: './wallets.css',
})
export class Wallets {
  readonly editionId = input.required<string>();
  /** Read by the page, with its other questions. */
  readonly wallets = input.required<HttpResourceRef<ReplyOf<typeof readWallets> | undefined>>();

  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  protected readonly sending = new Sending();
  protected readonly tones = tones;
  /** What was offered last; only this page has seen its codes. */
  protected readonly offer = signal<WalletOffer | undefined>(undefined);
  private readonly copiesBefore = signal(0);
  /** The code in groups of three, as it is easier to type. */
  protected readonly typed = computed(() => this.offer()?.transactionCode.replace(/^.{3}/, '$& '));
  protected readonly stands = computed(() => {
    const offer = this.offer();
    const view = this.wallets().value();
    if (!offer || !view) return undefined;
    if (view.copies.length > this.copiesBefore()) return 'taken';
    if (view.openUntil === offer.endsAt) return 'open';
    return this.isOver(offer) ? 'ended' : 'used';
  });

  constructor() {
    // The wallet is elsewhere: it takes the offer without this page.
    askAgainWhile(
      () => !this.wallets().isLoading() && ['open', 'used'].includes(this.stands() ?? ''),
      () => this.wallets().reload(),
    );
  }

  protected async make(): Promise<void> {
    const params = { editionId: this.editionId() };
    await this.sending.run(async () => {
      const offer = await this.api.send(offerToWallet, { params });
      this.copiesBefore.set(this.wallets().value()?.copies.length ?? 0);
      this.wallets().update((view) => view && { ...view, openUntil: offer.endsAt });
      this.offer.set(offer);
    });
  }

  private isOver({ endsAt }: WalletOffer): boolean {
    return Date.parse(endsAt) <= this.clock.now();
  }
}
