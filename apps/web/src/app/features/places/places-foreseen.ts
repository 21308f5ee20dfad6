import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PlacesForeseen as Foreseen } from '@libretto/contracts';
import { CountryNamePipe, SentencePipe } from '../../platform/language';

/** The effect of one ruling on the places, in a sentence: "Croatia: 3 of 5 institutions, then 4 of 5". */
@Component({
  selector: 'lib-places-foreseen',
  imports: [SentencePipe, CountryNamePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './places-foreseen.html',
})
export class PlacesForeseen {
  readonly of = input.required<Foreseen>();

  /** A colleague of somebody who has a place: no further institution comes. */
  protected readonly joins = computed(() => this.of().before?.institutionsHeld === this.of().after?.institutionsHeld);
  protected readonly own = computed(() => (this.of().after?.institutions ?? 0) - (this.of().after?.opened ?? 0));
}
