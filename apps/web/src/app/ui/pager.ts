import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { SentencePipe } from '../platform/language';

/**
 * Links to the next page and to the start of a list that is paged by key. Each page has its own address: `?after=…`,
 * which the page takes as an input.
 */
@Component({
  selector: 'lib-pager',
  imports: [MatButtonModule, RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (after() || next()) {
      <nav class="row" [attr.aria-label]="'shell.pager.label' | transloco">
        @if (after()) {
          <a mat-stroked-button [routerLink]="[]" [queryParams]="{ after: null }" queryParamsHandling="merge">{{
            'shell.pager.first' | transloco
          }}</a>
        }
        @if (next(); as next) {
          <a mat-stroked-button [routerLink]="[]" [queryParams]="{ after: next }" queryParamsHandling="merge">{{
            'shell.pager.next' | transloco
          }}</a>
        }
      </nav>
    }
  `,
  styles: ':host { display: block; margin-top: var(--s4); }',
})
export class Pager {
  /** The key that this page begins after. */
  readonly after = input<string>();
  /** The key of the next page, from the reply; `null` on the last. */
  readonly next = input.required<string | null>();
}
