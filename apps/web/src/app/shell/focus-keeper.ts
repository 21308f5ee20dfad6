import { afterEveryRender, DOCUMENT, inject, Injectable } from '@angular/core';

/**
 * A button often disappears with its form after its work, and the focus with it: people with keyboards or screen
 * readers would begin at the top again. The focus goes on to the nearest heading that is left, or to the next one that
 * comes. The root injects it.
 */
@Injectable({ providedIn: 'root' })
export class FocusKeeper {
  private readonly document = inject(DOCUMENT);
  /** The element with the focus, and all its ancestors. */
  private way: readonly Element[] = [];

  constructor() {
    this.document.addEventListener('focusin', ({ target }) => (this.way = wayOf(target)));
    // A press elsewhere means that the person has left it: nothing was taken away.
    this.document.addEventListener('pointerdown', ({ target }) => (this.way = wayOf(target)));
    afterEveryRender({ read: () => this.keep() });
  }

  private keep(): void {
    const [last] = this.way;
    const isLost =
      last && !last.isConnected && (this.document.activeElement ?? this.document.body) === this.document.body;
    if (!isLost) return;
    // After the heading of a page comes the next page's.
    const wanted = last.matches('h1') ? 'h1' : 'h1, h2, h3';
    const near = this.way.find(
      (element) => element.isConnected && element.matches('main, main *') && element.querySelector(wanted),
    );
    const heading = (near ?? this.document).querySelector<HTMLElement>(near ? wanted : 'main h1');
    if (!heading) return;
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}

function wayOf(target: EventTarget | null): Element[] {
  const way: Element[] = [];
  for (let at = target instanceof Element ? target : null; at; at = at.parentElement) way.push(at);
  return way;
}
