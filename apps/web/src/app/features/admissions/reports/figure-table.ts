import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ApplicationsFilter } from '@libretto/contracts';

/** A figure, and the applications behind it. */
export interface Figure {
  readonly value: number;
  readonly filter: ApplicationsFilter;
}

export interface FigureRow {
  readonly key: string;
  readonly name: string;
  /** A second line under the name: the country of an institution. */
  readonly under?: string;
  readonly figures: readonly Figure[];
}

/** The figures of a drawing as a table; each opens to the list of the applications that it counts. */
@Component({
  selector: 'lib-figure-table',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="register stacks" tabindex="0" role="region" [attr.aria-label]="name()">
      <table>
        <thead>
          <tr>
            @for (head of heads(); track $index) {
              <th scope="col" [class.figure]="$index > 0">{{ head }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.key) {
            <tr>
              <th scope="row">
                {{ row.name }}
                @if (row.under; as under) {
                  <span class="small soft">{{ under }}</span>
                }
              </th>
              @for (figure of row.figures; track $index) {
                <td class="figure" [attr.data-label]="heads()[$index + 1]">
                  @if (figure.value) {
                    <a [routerLink]="list()" [queryParams]="figure.filter"
                      >{{ figure.value }}<span class="unseen">: {{ row.name }}, {{ heads()[$index + 1] }}</span></a
                    >
                  } @else {
                    <span class="soft">0</span>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    th[scope='row'] {
      font-weight: 400;
    }

    th .small {
      display: block;
    }
  `,
})
export class FigureTable {
  readonly name = input.required<string>();
  /** The first column’s name, then one for each figure. */
  readonly heads = input.required<readonly string[]>();
  readonly rows = input.required<readonly FigureRow[]>();
  /** The path of the list. */
  readonly list = input.required<readonly string[]>();
}
