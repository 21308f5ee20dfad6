import {
  afterNextRender,
  DestroyRef,
  Directive,
  DOCUMENT,
  effect,
  ElementRef,
  inject,
  input,
  output,
} from '@angular/core';

/** Shorter than that, the end of a page has only gone by, or its pictures have not pushed it out of sight yet. */
const lookMs = 1000;

/**
 * The end of something to read: `<div [libReadThrough]="pageId" (reached)="…"></div>` behind it. It is reached once for each page,
 * by the eyes or by the keys: when it was in sight for a moment, in a window that is in sight and with every picture before it
 * there; or when the focus comes to something that stands behind it on the page. Whoever reads by ear or by the Tab key may never
 * scroll, but has to go past the end to reach what follows.
 */
@Directive({ selector: '[libReadThrough]' })
export class ReadThrough {
  readonly libReadThrough = input.required<string>();
  readonly reached = output();

  private readonly document = inject(DOCUMENT);
  private readonly end = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private isInSight = false;
  private isReached = false;
  private look: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      this.libReadThrough();
      this.isReached = false;
      this.lookSoon();
    });
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const sight = new IntersectionObserver((entries) => {
        this.isInSight = entries.at(-1)?.isIntersecting ?? false;
        this.lookSoon();
      });
      sight.observe(this.end);
      const goesOn = (event: FocusEvent) => this.isBehind(event.target) && this.reach();
      this.document.addEventListener('focusin', goesOn);
      destroyed.onDestroy(() => {
        sight.disconnect();
        this.document.removeEventListener('focusin', goesOn);
        clearTimeout(this.look);
      });
    });
  }

  private lookSoon(): void {
    clearTimeout(this.look);
    if (this.isInSight && !this.isReached) this.look = setTimeout(() => this.lookNow(), lookMs);
  }

  private lookNow(): void {
    const pictures = [...(this.end.parentElement?.querySelectorAll('img') ?? [])];
    if (this.document.visibilityState === 'visible' && pictures.every(({ complete }) => complete)) this.reach();
    else this.lookSoon();
  }

  private reach(): void {
    if (this.isReached) return;
    this.isReached = true;
    clearTimeout(this.look);
    this.reached.emit();
  }

  /** Dialogs and the header are no part of the page. */
  private isBehind(place: EventTarget | null): boolean {
    return (
      place instanceof Node &&
      Boolean(this.end.closest('main')?.contains(place)) &&
      Boolean(this.end.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING)
    );
  }
}
