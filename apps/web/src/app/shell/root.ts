import { DOCUMENT } from '@angular/common';
import { afterNextRender, ChangeDetectionStrategy, Component, inject, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, pairwise } from 'rxjs';
import { SentencePipe } from '../platform/language';
import { FetchAhead } from './fetch-ahead';
import { FocusKeeper } from './focus-keeper';
import { Footer } from './footer';
import { Header } from './header';

/** The frame around every page: skip link, header, the page, footer. */
@Component({
  selector: 'lib-root',
  imports: [RouterOutlet, Header, Footer, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <a class="skip" href="#page" (click)="skip($event)">{{ 'shell.skip' | transloco }}</a>
    <lib-header />
    <main id="page" tabindex="-1"><router-outlet /></main>
    <lib-footer />
  `,
  styleUrl: './root.css',
})
export class Root {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  constructor() {
    inject(FocusKeeper);
    inject(FetchAhead);
    // Starts with the second page: the first one is read from its top anyway.
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        pairwise(),
        filter(([before, after]) => pathOf(before.urlAfterRedirects) !== pathOf(after.urlAfterRedirects)),
        takeUntilDestroyed(),
      )
      .subscribe(() => afterNextRender(() => this.focusHeading(), { injector: this.injector }));
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.document.getElementById('page')?.focus();
  }

  /**
   * Screen readers read the heading; the keyboard starts at it. A heading that is still to come takes the focus itself.
   */
  private focusHeading(): void {
    const heading = this.document.querySelector<HTMLElement>('main h1') ?? this.document.getElementById('page');
    heading?.focus({ preventScroll: true });
  }
}

const pathOf = (url: string): string => url.split(/[?#]/)[0] ?? url;
