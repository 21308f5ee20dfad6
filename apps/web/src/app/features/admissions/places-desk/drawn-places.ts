import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { PlacesDesk } from '@libretto/contracts';
import { ByCountryNamePipe, CountryNamePipe, SentencePipe } from '../../../platform/language';

/**
 * The places as a grid: a row for each country, a cell for each institution, and a row of those that are open to all.
 */
@Component({
  selector: 'lib-drawn-places',
  imports: [SentencePipe, ByCountryNamePipe, CountryNamePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './drawn-places.html',
  styleUrl: './drawn-places.css',
})
export class DrawnPlaces {
  readonly desk = input.required<PlacesDesk>();
}
