import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { wordMinutes } from '@libretto/language';
import { ReadingLanguage, SentencePipe } from '../platform/language';

/**
 * Minutes against the foreseen ones: attended first, then declared, in a bar as long as the notional minutes; and the
 * same in words.
 */
@Component({
  selector: 'lib-hours-bar',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="bar drawn" aria-hidden="true">
      <div class="attended" [style.width.%]="share(attended())"></div>
      <div class="declared" [style.width.%]="share(declared())"></div>
    </div>
    <p>
      {{
        'shell.hours.line'
          | transloco: { attended: say(attended()), declared: say(declared()), notional: say(notional()) }
      }}
    </p>
  `,
  styles: `
    .bar {
      display: flex;
      height: 0.5rem;
      overflow: hidden;
      border-radius: var(--radius);
      background: var(--rule);
    }

    .attended {
      background: var(--ink);
    }

    .declared {
      background: repeating-linear-gradient(135deg, var(--ink) 0 2px, var(--ink-wash) 2px 5px);
    }

    p {
      margin: var(--s1) 0 0;
      font-size: var(--small);
      color: var(--soft);
    }
  `,
})
export class HoursBar {
  readonly notional = input.required<number>();
  readonly attended = input(0);
  readonly declared = input(0);

  private readonly reading = inject(ReadingLanguage);
  /** If more was done than foreseen, the bar is as long as the done minutes. */
  private readonly whole = computed(() => Math.max(this.notional(), this.attended() + this.declared(), 1));

  protected share(minutes: number): number {
    return (100 * Math.max(minutes, 0)) / this.whole();
  }

  protected say(minutes: number): string {
    return wordMinutes(this.reading.code(), minutes);
  }
}
