import { ApplicationRef, DOCUMENT, inject, Injectable } from '@angular/core';
import { Router, type Route, type Routes, UrlSegment } from '@angular/router';
import { saysFirstWords } from '@libretto/contracts/first';
import { ReadingLanguage } from '../platform/language';

/** Only some browsers tell. */
interface Connection {
  readonly saveData?: boolean;
}

/**
 * Fetches the code of a page before somebody goes there: where they point at its link, touch it or come to it by keyboard,
 * and that of the navigation's pages once the first page stands and nothing else is to be done. Not for who saves data.
 */
@Injectable({ providedIn: 'root' })
export class FetchAhead {
  private readonly document = inject(DOCUMENT);
  private readonly reading = inject(ReadingLanguage);
  private readonly router = inject(Router);
  private readonly fetched = new Set<string>();

  constructor() {
    if ((navigator as { connection?: Connection }).connection?.saveData) return;
    for (const sign of ['pointerover', 'touchstart', 'focusin'] as const)
      this.document.addEventListener(sign, ({ target }) => this.followTo(target), { passive: true });
    void inject(ApplicationRef)
      .whenStable()
      .then(() => this.whenIdle(() => this.navigation().forEach((link) => this.followTo(link))));
  }

  private followTo(target: EventTarget | null): void {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!link || link.origin !== this.document.location.origin || link.target || link.download) return;
    const path = link.pathname.slice(1);
    if (this.fetched.has(path)) return;
    this.fetched.add(path);
    // What fails now is fetched again when somebody goes there.
    this.fetch(path).catch(() => this.fetched.delete(path));
  }

  private async fetch(path: string): Promise<void> {
    const segments = path
      .split('/')
      .filter(Boolean)
      .map((part) => new UrlSegment(part, {}));
    // Below what makes them wait for their words (`afterTheirWords`).
    const pages = this.router.config.flatMap(({ children }) => children ?? []);
    await Promise.all([saysFirstWords(path) || this.reading.sayAll(), fetchPage(pages, segments)]);
  }

  private navigation(): Element[] {
    return [...this.document.querySelectorAll('lib-header nav a')];
  }

  private whenIdle(work: () => void): void {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 5000 });
    else setTimeout(work, 2000);
  }
}

/** Loads what the router would load for this address. Answers whether there is such a page. */
async function fetchPage(among: Routes, segments: UrlSegment[]): Promise<boolean> {
  for (const route of among) {
    const rest = restAfter(route, segments);
    if (!rest) continue;
    const load = route.loadComponent?.();
    const children = route.children ?? ((await route.loadChildren?.()) as Routes | undefined);
    const isThere = children ? await fetchPage(children, rest) : rest.length === 0;
    await load;
    if (isThere) return true;
  }
  return false;
}

/** What a route leaves of an address for its children; nothing if it is for other addresses. */
function restAfter(route: Route, segments: UrlSegment[]): UrlSegment[] | null {
  const parts = (route.path ?? '').split('/').filter(Boolean);
  const fits = parts.every((part, at) => segments[at] && (part.startsWith(':') || part === segments[at].path));
  if (!fits || route.path === '**') return null;
  const isWhole = route.pathMatch !== 'full' || segments.length === 0;
  const matches = (route.canMatch as ((route: Route, segments: UrlSegment[]) => boolean)[] | undefined) ?? [];
  return isWhole && matches.every((match) => match(route, segments)) ? segments.slice(parts.length) : null;
}
