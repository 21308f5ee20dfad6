import { ChangeDetectionStrategy, Component, inject, input, resource } from '@angular/core';
import { foreseePlaces } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { PlacesForeseen } from './places-foreseen';

/** The effects of several rulings on the places, in the order of the rulings. */
@Component({
  selector: 'lib-places-outlook',
  imports: [SentencePipe, PlacesForeseen],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (outlook.hasValue()) {
      <ol>
        @for (one of outlook.value().items; track one.applicationId) {
          <li>
            <b>{{ one.name }}</b>:
            @if (one.places; as places) {
              <lib-places-foreseen [of]="places" />
            } @else {
              <span class="soft">{{ 'places.foreseen.rejected' | transloco }}</span>
            }
          </li>
        }
      </ol>
    }
  `,
})
export class PlacesOutlook {
  readonly editionId = input.required<string>();
  readonly applicationIds = input.required<readonly string[]>();

  private readonly api = inject(Api);
  protected readonly outlook = resource({
    params: () => ({ params: { editionId: this.editionId() }, body: { applicationIds: [...this.applicationIds()] } }),
    loader: ({ params }) => this.api.send(foreseePlaces, params),
  });
}
