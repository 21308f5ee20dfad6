import type { HttpResourceRef } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MovesView } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';

/** The programme version of an edition: whether there is a newer one, and the earlier moves. */
@Component({
  selector: 'lib-moves-of-edition',
  imports: [RouterLink, LongDayPipe, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>{{ 'editions.move.runs' | transloco: { version: runs() } }}</p>
    @let answer = moves();
    @if (answer.hasValue()) {
      @if (answer.value().newer; as newer) {
        <p>
          {{ 'editions.move.newer' | transloco: { version: newer } }}
          <a [routerLink]="['/editions', editionId(), 'move']">{{ 'editions.move.preview' | transloco }}</a>
        </p>
      }
      @if (answer.value().moves.length) {
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
              @for (move of answer.value().moves; track move.id) {
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
  /** Read by the page, with its other questions. */
  readonly moves = input.required<HttpResourceRef<MovesView | undefined>>();
}
