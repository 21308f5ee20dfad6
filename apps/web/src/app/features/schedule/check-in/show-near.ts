import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { type CheckedIn, sayWhetherNear } from '@libretto/contracts';
import { coordinatesOf, type DevicePosition, nearnessOf } from '@libretto/domain';
import { Api } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { canBePlaced, placeOfDevice } from '../../../platform/device/device-position';
import { Refused, Sending } from '../../../ui/sending';

/**
 * Lets somebody who is in show that they are near, where the room asks for it. Their device reckons it: the position
 * leaves it for nowhere, and is asked for only once they press the button.
 */
@Component({
  selector: 'lib-show-near',
  imports: [MatButtonModule, Refused, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (canBePlaced()) {
      <section>
        <h2>{{ 'check-in.near.title' | transloco }}</h2>
        <p role="status">{{ words() | transloco: { radius: at().radius, venue: at().venue } }}</p>
        <lib-refused [of]="sending" />
        @if (outcome() !== 'near') {
          <button mat-stroked-button type="button" [disabled]="sending.isBusy()" (click)="show()">
            {{ 'check-in.near.do' | transloco }}
          </button>
        }
      </section>
    }
  `,
})
export class ShowNear {
  readonly of = input.required<CheckedIn>();
  readonly at = input.required<NonNullable<CheckedIn['near']>>();

  private readonly api = inject(Api);
  protected readonly canBePlaced = canBePlaced;
  protected readonly sending = new Sending();
  protected readonly outcome = signal<'near' | 'away' | 'unknown' | 'denied' | undefined>(undefined);

  protected readonly words = computed(() => {
    const outcome = this.outcome();
    return outcome ? (`check-in.near.outcome.${outcome}` as const) : 'check-in.near.text';
  });

  protected show(): void {
    void this.sending.run(async () => {
      const position = await placeOfDevice();
      const nearness = typeof position === 'string' ? position : this.nearnessOf(position);
      if (nearness === 'near' || nearness === 'away') {
        const { editionId, session } = this.of();
        const params = { editionId, sessionId: session.id };
        await this.api.send(sayWhetherNear, { params, body: { isNear: nearness === 'near' } });
      }
      this.outcome.set(nearness);
    });
  }

  private nearnessOf(position: DevicePosition) {
    const { coordinates, radius } = this.at();
    const venue = coordinatesOf(coordinates);
    return venue ? nearnessOf(position, venue, radius) : 'unknown';
  }
}
