import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { ActivatedRoute, Router } from '@angular/router';
import { Soon } from '../platform/time';

const pauseMs = 300;

/**
 * A search within a list: `<lib-search-box [label]="…" [q]="q()" [found]="…" />`. The typed text goes into the address
 * as `?q=…` after a moment, or at once with Enter; Escape empties it. The number of matches is read aloud.
 */
@Component({
  selector: 'lib-search-box',
  imports: [MatFormFieldModule, MatInputModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form role="search" class="row" (submit)="$event.preventDefault(); search(box.value)">
      <mat-form-field subscriptSizing="dynamic">
        <mat-label>{{ label() }}</mat-label>
        <input
          #box
          matInput
          type="search"
          autocomplete="off"
          maxlength="100"
          [value]="q() ?? ''"
          (input)="searchSoon(box.value)"
          (keydown.escape)="box.value = ''; search('')"
        />
      </mat-form-field>
      <ng-content />
    </form>
    <p class="small soft" role="status">{{ found() }}</p>
  `,
  styles: `
    :host {
      display: block;
      margin-block: var(--s4);
    }

    mat-form-field {
      flex: 0 1 22rem;
    }

    p {
      min-height: 1.5em;
      margin: var(--s2) 0 0;
    }
  `,
  host: { '(focusout)': 'catchUp()' },
})
export class SearchBox {
  readonly label = input.required<string>();
  readonly q = input<string>();
  /** The number of matches in words; empty without a search. */
  readonly found = input.required<string>();

  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly soon = new Soon();

  protected searchSoon(words: string): void {
    this.soon.do(() => this.search(words), pauseMs);
  }

  /** Going on before the moment is over searches for the typed text. */
  protected catchUp(): void {
    this.soon.now();
  }

  protected search(words: string): void {
    this.soon.drop();
    const queryParams = { q: words || null, after: null };
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
