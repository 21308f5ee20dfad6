import { ChangeDetectionStrategy, Component, type ElementRef, viewChild } from '@angular/core';
import { SentencePipe } from '../platform/language';

/**
 * A document in a frame, which may have any number of tab stops: one key goes past it. `<lib-embedded><iframe
 * …></iframe></lib-embedded>`
 */
@Component({
  selector: 'lib-embedded',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" (click)="goPast()">{{ 'shell.file.skip' | transloco }}</button>
    <ng-content />
    <span #end class="unseen" tabindex="-1"></span>
  `,
  styles: `
    :host {
      display: block;
      position: relative;
    }

    button {
      position: absolute;
      z-index: 1;
      inset-inline-start: var(--s3);
      top: var(--s3);
      padding: var(--s2) var(--s4);
      border: 1px solid var(--edge);
      background: var(--sheet);
      color: var(--ink);
      font: inherit;
      opacity: 0;
      pointer-events: none;
    }

    button:focus {
      opacity: 1;
    }
  `,
})
export class Embedded {
  private readonly end = viewChild.required<ElementRef<HTMLElement>>('end');

  protected goPast(): void {
    this.end().nativeElement.focus();
  }
}
