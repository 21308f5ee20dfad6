import { BreakpointObserver } from '@angular/cdk/layout';
import { ChangeDetectionStrategy, Component, computed, type ElementRef, inject, input, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { readEdition } from '@libretto/contracts';
import { filter, map } from 'rxjs';
import { Api } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { SignedIn } from '../../platform/people';
import { pageAt, sectionsFor } from './edition-pages';

const phone = '(width < 48rem)';

/** The edition's name and the way between its pages: two rows of links, on a phone one menu. */
@Component({
  selector: 'lib-edition-navigation',
  imports: [RouterLink, SentencePipe, InLanguagePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './edition-navigation.html',
  styleUrl: './edition-navigation.css',
  host: { '(keydown.escape)': 'closeMenu()' },
})
export class EditionNavigation {
  readonly editionId = input.required<string>();

  private readonly signedIn = inject(SignedIn);
  private readonly router = inject(Router);
  private readonly breakpoints = inject(BreakpointObserver);
  private readonly menu = viewChild<ElementRef<HTMLDetailsElement>>('menu');

  protected readonly edition = inject(Api).read(readEdition, () => ({ params: { editionId: this.editionId() } }));
  protected readonly sections = computed(() => sectionsFor(this.signedIn.rolesIn(this.editionId()), this.editionId()));
  protected readonly isOnPhone = toSignal(this.breakpoints.observe(phone).pipe(map(({ matches }) => matches)), {
    initialValue: this.breakpoints.isMatched(phone),
  });
  protected readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects.split(/[?#]/)[0]),
    ),
    { initialValue: this.router.url.split(/[?#]/)[0] },
  );
  protected readonly here = computed(() => pageAt(this.url() ?? '', this.sections()));
  protected readonly section = computed(() =>
    this.sections().find(({ pages }) => pages.some(({ key }) => key === this.here()?.key)),
  );

  /** `page` if the entry is this very page; `true` if this page lies below it, or beside it in its section. */
  protected current(isIn: boolean, path: string | undefined): 'page' | 'true' | null {
    if (!isIn) return null;
    return this.url() === path ? 'page' : 'true';
  }

  /** After a choice, and at Escape: the focus returns to the menu's button. */
  protected closeMenu(): void {
    const menu = this.menu()?.nativeElement;
    if (!menu?.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
}
