import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { ActivatedRoute, Router } from '@angular/router';

/**
 * A choice that filters a list, beside its search: `<lib-filter-by by="state" [label]="…"><option
 * value="">Any</option>…</lib-filter-by>`.
 * The choice goes into the address as `?state=…`, which the page takes as an input; the first page is shown again.
 */
@Component({
  selector: 'lib-filter-by',
  imports: [MatFormFieldModule, MatInputModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field subscriptSizing="dynamic">
      <mat-label>{{ label() }}</mat-label>
      <select matNativeControl #choice (change)="keepTo(choice.value)">
        <ng-content />
      </select>
    </mat-form-field>
  `,
  styles: `
    :host {
      flex: 0 1 16rem;
    }

    @media (width < 40rem) {
      :host {
        flex-basis: 100%;
      }
    }

    mat-form-field {
      width: 100%;
    }
  `,
})
export class FilterBy {
  /** Its name in the address. */
  readonly by = input.required<string>();
  readonly label = input.required<string>();

  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  protected keepTo(value: string): void {
    const queryParams = { [this.by()]: value || null, after: null };
    void this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }
}
