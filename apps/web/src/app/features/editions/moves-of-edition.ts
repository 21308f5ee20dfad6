import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { readMoves } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { LongDayPipe } from '../../platform/time';

/** The programme version of an edition: whether there is a newer one, and the earlier moves. */
@Component({
  selector: 'lib-moves-of-edition',
  imports: [RouterLink, LongDayPipe, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>{{ 'editions.move.runs' | transloco: { version: runs() } }}</p>
    @if (moves.hasValue()) {
      @if (moves.value().newer; as newer) {
        <p>
          {{ 'editions.move.newer' | transloco: { version: newer } }}
          <a [routerLink]="['/editions', editionId(), 'move']">{{ 'editions.move.preview' | transloco }}</a>
        </p>
      }
      @if (moves.value().moves.length) {
        <div class="register stacks" tabindex="0" role="region" [attr.aria-label]="'editions.move.record' | transloco">
          <table>
            <thead>
              <tr>
                <th scope="col">{{ 'editions.move.day' | transloco }}</th>
                <th scope="col">{{ 'editions.move.change' | transloco }}</th>
                <th scope="col">{{ 'editions.move.by' | transloco }}</th>
                <th scope="col">{{ 'editions.move.reason' | transloco }}</th>
              </tr>
            </thead>
            <tbody>
              @for (move of moves.value().moves; track move.id) {
                <tr>
                  <th scope="row">{{ move.at | longDay }}</th>
                  <td>{{ 'editions.move.from-to' | transloco: { from: move.from, to: move.to } }}</td>
                  <td>{{ move.by }}</td>
                  <td class="reason">{{ move.reason }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
    }
  `,
  styles: '.reason { white-space: pre-line; overflow-wrap: anywhere; }',
})
export class MovesOfEdition {
  readonly editionId = input.required<string>();
  readonly runs = input.required<number>();

  protected readonly moves = inject(Api).read(readMoves, () => ({ params: { editionId: this.editionId() } }));
}
