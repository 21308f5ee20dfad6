import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { PlacesView } from '@libretto/contracts';
import { ByCountryNamePipe, CountryNamePipe, SentencePipe } from '../../platform/language';

/** The places of each country as a row of squares, one an institution: full where it holds a place. */
@Component({
  selector: 'lib-places-grid',
  imports: [SentencePipe, ByCountryNamePipe, CountryNamePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>{{ 'glance.places-sum' | transloco: { held: places().held, capacity: places().capacity } }}</p>
    <ul>
      @for (country of places().countries | byCountryName; track country.country) {
        <li>
          <span class="name">{{ country.country | countryName }}</span>
          <span class="squares drawn" aria-hidden="true">
            @for (place of squaresOf(country); track $index) {
              <span [class.held]="place"></span>
            }
          </span>
          <span class="soft">
            {{
              'glance.places-of'
                | transloco
                  : {
                      held: country.institutionsHeld,
                      institutions: country.institutions - country.opened,
                      opened: country.opened,
                      waiting: country.waiting,
                    }
            }}
          </span>
        </li>
      }
      @if (places().rest; as rest) {
        <li>
          <span>{{ (places().countries.length ? 'places.grid.others' : 'places.grid.everybody') | transloco }}</span>
          <span></span>
          <span class="soft">{{ 'places.grid.rest' | transloco: rest }}</span>
        </li>
      }
    </ul>
  `,
  styleUrl: './places-grid.css',
})
export class PlacesGrid {
  readonly places = input.required<PlacesView>();

  /** Full ones first, without those opened to all; never more than the eye can count. */
  protected squaresOf({ institutions, institutionsHeld, opened }: PlacesView['countries'][number]): boolean[] {
    return Array.from(
      { length: Math.min(Math.max(institutions - opened, institutionsHeld), 12) },
      (_, at) => at < institutionsHeld,
    );
  }
}
