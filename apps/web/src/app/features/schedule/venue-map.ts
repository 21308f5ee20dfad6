import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { DomSanitizer } from '@angular/platform-browser';
import type { Room } from '@libretto/contracts';
import { coordinatesOf, mapFrame, mapPage } from '@libretto/domain';
import { SentencePipe } from '../../platform/language';
import { Embedded } from '../../ui/embedded';

/**
 * Where a venue is: a link and, where its coordinates are known, a map on this page. The site of the map learns of the
 * reader only once they ask for it.
 */
@Component({
  selector: 'lib-venue-map',
  imports: [Embedded, MatButtonModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <a [href]="page()" target="_blank" rel="noopener noreferrer">{{
      'schedule.map' | transloco: { address: room().address }
    }}</a>
    @if (frame(); as address) {
      @if (isShown()) {
        <lib-embedded>
          <iframe
            [src]="address"
            [title]="'schedule.map-frame' | transloco: { venue: room().venue }"
            referrerpolicy="no-referrer"
            sandbox="allow-scripts allow-same-origin"
            loading="lazy"
          ></iframe>
        </lib-embedded>
      } @else {
        <button mat-button type="button" (click)="isShown.set(true)">
          {{ 'schedule.map-show' | transloco }}<span class="unseen"> {{ room().venue }}</span>
        </button>
      }
    }
  `,
  styles: `
    iframe {
      width: 100%;
      max-width: var(--measure);
      height: 18rem;
      border: 1px solid var(--rule);
    }
  `,
})
export class VenueMap {
  readonly room = input.required<Pick<Room, 'venue' | 'address' | 'coordinates'>>();

  private readonly sanitizer = inject(DomSanitizer);
  private readonly point = computed(() => coordinatesOf(this.room().coordinates));
  protected readonly isShown = linkedSignal({ source: this.room, computation: () => false });
  protected readonly page = computed(() => mapPage(this.room().address, this.point()));
  /** Trusted as the domain writes it: one site, and numbers. */
  protected readonly frame = computed(() => {
    const point = this.point();
    return point && this.sanitizer.bypassSecurityTrustResourceUrl(mapFrame(point));
  });
}
