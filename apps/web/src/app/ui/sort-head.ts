import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/**
 * The head of a column by which a list can be sorted: `<th scope="col" lib-sort-head="name" [sort]="sort()">Name</th>`.
 * The order is in the address, `?sort=name` or `?sort=-name`, which the page takes as an input. In a `register stacks`
 * the heads stay in sight on a phone.
 */
@Component({
  selector: 'th[lib-sort-head]',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <a [routerLink]="[]" [queryParams]="{ sort: next(), after: null }" queryParamsHandling="merge"
      ><ng-content /><span class="arrow" aria-hidden="true">{{
        order() === 'ascending' ? '▲' : order() === 'descending' ? '▼' : '↕'
      }}</span></a
    >
  `,
  styles: `
    a {
      color: inherit;
      text-decoration: none;
    }

    a:hover {
      text-decoration: underline;
    }

    .arrow {
      margin-inline-start: var(--s1);
      font-size: 0.75em;
    }
  `,
  host: { '[attr.aria-sort]': 'order()', class: 'sortable' },
})
export class SortHead {
  readonly column = input.required<string>({ alias: 'lib-sort-head' });
  readonly sort = input<string>();

  protected readonly order = computed(() => {
    if (this.sort() === this.column()) return 'ascending';
    return this.sort() === `-${this.column()}` ? 'descending' : null;
  });
  protected readonly next = computed(() => (this.order() === 'ascending' ? `-${this.column()}` : this.column()));
}
