import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Role, SignedIn } from '../../platform/people';

interface AdmissionsPage {
  /** Worded by `admissions.pages.<key>`. */
  readonly key: string;
  /** Below `/editions/:editionId`. */
  readonly path: readonly string[];
  readonly for: readonly Role[];
}

/** The pages from which an edition's admissions are run: one line each. */
const admissionsPages: readonly AdmissionsPage[] = [
  { key: 'edition', path: [], for: ['coordinator'] },
  { key: 'conflicts', path: ['admissions', 'conflicts'], for: ['coordinator'] },
  { key: 'assignment', path: ['admissions', 'assignment'], for: ['coordinator'] },
  { key: 'meetings', path: ['meetings'], for: ['coordinator'] },
  { key: 'places', path: ['admissions', 'places'], for: ['coordinator'] },
  { key: 'letters', path: ['admissions', 'letters'], for: ['coordinator'] },
  { key: 'reports', path: ['admissions', 'reports'], for: ['coordinator', 'registrar'] },
  { key: 'applications', path: ['admissions', 'applications'], for: ['coordinator', 'registrar'] },
];

/** The way between the pages of an edition's admissions: `<lib-admissions-pages [editionId]="editionId()" />` below the header. */
@Component({
  selector: 'lib-admissions-pages',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav [attr.aria-label]="'admissions.pages.title' | transloco">
      @for (page of pages(); track page.key) {
        <a [routerLink]="['/editions', editionId(), ...page.path]" routerLinkActive="here" [routerLinkActiveOptions]="{ exact: !page.path.length }" ariaCurrentWhenActive="page">{{
          'admissions.pages.' + page.key | transloco
        }}</a>
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s5);
      margin-bottom: var(--s5);
      border-bottom: 1px solid var(--rule);
    }

    a {
      padding-block: var(--s2);
      text-decoration: none;
    }

    a:hover {
      text-decoration: underline;
    }

    .here {
      color: var(--text);
      font-weight: 600;
      box-shadow: inset 0 -2px var(--ink);
    }
  `,
})
export class AdmissionsPages {
  readonly editionId = input.required<string>();

  private readonly signedIn = inject(SignedIn);
  protected readonly pages = computed(() => {
    const me = this.signedIn.me();
    const held: Role[] = [
      ...(me?.organisation ?? []),
      ...(me?.editions ?? []).filter(({ editionId }) => editionId === this.editionId()).map(({ role }) => role),
    ];
    return admissionsPages.filter((page) => page.for.some((role) => held.includes(role)));
  });
}
