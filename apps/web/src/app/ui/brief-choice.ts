import { booleanAttribute, ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BriefChoices } from '@libretto/contracts';
import { InLanguagePipe, SentencePipe } from '../platform/language';

/** The briefs of a programme to choose from, by the address: nothing where there is only one. */
@Component({
  selector: 'lib-brief-choice',
  imports: [InLanguagePipe, RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (briefs().length > 1) {
      <nav class="row" [attr.aria-label]="'shell.briefs.choose' | transloco">
        @if (all()) {
          <a
            [routerLink]="[]"
            [queryParams]="{ brief: null, after: null }"
            queryParamsHandling="merge"
            [attr.aria-current]="chosen() ? null : 'page'"
            >{{ 'shell.briefs.all' | transloco }}</a
          >
        }
        @for (brief of briefs(); track brief.id) {
          <a
            [routerLink]="[]"
            [queryParams]="{ brief: brief.id, after: null }"
            queryParamsHandling="merge"
            [attr.aria-current]="chosen() === brief.id ? 'page' : null"
            >{{ brief.title | inLanguage }}</a
          >
        }
      </nav>
    }
  `,
  styles:
    "nav { margin-bottom: var(--s4); } [aria-current='page'] { color: var(--text); font-weight: 600; text-decoration: none; }",
})
export class BriefChoice {
  readonly briefs = input.required<BriefChoices>();
  readonly chosen = input.required<string | undefined>();
  /** Whether all briefs together can be chosen too. */
  readonly all = input(false, { transform: booleanAttribute });
}
