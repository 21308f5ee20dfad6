import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { SentencePipe } from '../platform/language';

/** Grey lines of the height that text will have. They show only after a moment: a quick answer never flashes. */
@Component({
  selector: 'lib-skeleton',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="unseen" role="status">{{ 'shell.loading' | transloco }}</p>
    @for (width of widths(); track $index) {
      <div aria-hidden="true" [style.width.%]="width"></div>
    }
  `,
  styles: `
    :host {
      display: block;
      animation: appear 0.2s 0.25s both;
    }

    div {
      height: 1rem;
      margin-bottom: 0.7rem;
      border-radius: var(--radius);
      background: var(--rule);
      opacity: 0.6;
    }

    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  `,
})
export class Skeleton {
  readonly lines = input(6);
  protected readonly widths = computed(() =>
    Array.from({ length: this.lines() }, (_, line) => 92 - ((line * 37) % 41)),
  );
}
