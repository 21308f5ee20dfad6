import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PlacesForeseen as Foreseen } from '@libretto/contracts';
import { CountryNamePipe } from '../../platform/language';

/** The effect of one ruling on the places, in a sentence: "Croatia: 3 of 5 institutions, then 4 of 5". */
@Component({
  selector: 'lib-places-foreseen',
  imports: [TranslocoPipe, CountryNamePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let country = of().country | countryName;
    @if (of().source === null) {
      {{
        (of().list ? 'places.foreseen.none' : 'places.foreseen.none-of-several')
          | transloco: { country, position: of().position }
      }}
      <span class="soft">{{ 'places.obstacle.' + of().waitsFor | transloco }}</span>
    } @else if (of().source === 'rest') {
      {{ 'places.foreseen.rest' | transloco: { left: of().restLeft } }}
    } @else if (joins()) {
      {{ 'places.foreseen.joins' | transloco: { country, held: of().after?.institutionsHeld, institutions: own() } }}
    } @else if (of().source === 'opened') {
      {{
        'places.foreseen.opened'
          | transloco: { country, before: of().before?.institutionsHeld, after: of().after?.institutionsHeld }
      }}
    } @else {
      {{
        'places.foreseen.quota'
          | transloco
            : {
                country,
                before: of().before?.institutionsHeld,
                after: of().after?.institutionsHeld,
                institutions: own(),
              }
      }}
    }
  `,
})
export class PlacesForeseen {
  readonly of = input.required<Foreseen>();

  /** A colleague of somebody who has a place: no further institution comes. */
  protected readonly joins = computed(() => this.of().before?.institutionsHeld === this.of().after?.institutionsHeld);
  protected readonly own = computed(() => (this.of().after?.institutions ?? 0) - (this.of().after?.opened ?? 0));
}
