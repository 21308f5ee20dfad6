import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { type CountryPlacesView, readPlaces } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { ByCountryNamePipe, CountryNamePipe, SentencePipe } from '../../platform/language';
import { Waiting } from '../../ui/waiting';

/** The places of an edition as a grid: a row for each country, a square for each institution that it may send. */
@Component({
  selector: 'lib-places-grid',
  imports: [SentencePipe, ByCountryNamePipe, CountryNamePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-waiting [for]="places" [lines]="5" />
    @if (places.hasValue()) {
      @let view = places.value();
      <p>{{ 'places.grid.held' | transloco: { held: view.held, capacity: view.capacity } }}</p>
      <ul>
        @for (country of view.countries | byCountryName; track country.country) {
          <li>
            <span class="country">{{ country.country | countryName }}</span>
            <span class="squares" aria-hidden="true">
              @for (square of squares(country); track $index) {
                <i [class]="square"></i>
              }
            </span>
            <span class="small soft">
              {{
                'places.grid.line'
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
        @if (view.rest; as rest) {
          <li>
            <span class="country">{{
              (view.countries.length ? 'places.grid.others' : 'places.grid.everybody') | transloco
            }}</span>
            <span class="small soft">{{ 'places.grid.rest' | transloco: rest }}</span>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    ul {
      max-width: none;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s4);
      align-items: center;
      padding-block: var(--s1);
    }

    .country {
      flex: 0 0 7rem;
    }

    .squares {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 3px;
    }

    i {
      width: 1.1rem;
      height: 1.1rem;
      border: 1px solid var(--edge);
      border-radius: 2px;
    }

    .held {
      background: var(--ink);
      border-color: var(--ink);
    }

    .next {
      background: linear-gradient(135deg, var(--ink) 50%, transparent 50%);
      border-color: var(--ink);
    }

    .opened {
      border-style: dotted;
    }
  `,
})
export class PlacesGrid {
  readonly editionId = input.required<string>();
  /** The country that would get a further institution. */
  readonly coming = input<string>();

  protected readonly places = inject(Api).read(readPlaces, () => ({ params: { editionId: this.editionId() } }));

  /** Held places first, then the one that a ruling would take, free ones, and those opened to all. */
  protected squares({
    country,
    institutionsHeld,
    unused,
    opened,
  }: CountryPlacesView): ('held' | 'next' | 'free' | 'opened')[] {
    const next = this.coming() === country && unused > 0 ? 1 : 0;
    return [
      ...Array.from({ length: institutionsHeld }, () => 'held' as const),
      ...Array.from({ length: next }, () => 'next' as const),
      ...Array.from({ length: unused - next }, () => 'free' as const),
      ...Array.from({ length: opened }, () => 'opened' as const),
    ];
  }
}
