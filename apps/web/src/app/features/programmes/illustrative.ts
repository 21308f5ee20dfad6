import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { isIllustrative } from '@libretto/domain';
import { SentencePipe } from '../../platform/language';

/**
 * Marks a value that the author of a programme file wrote because its source does not say it. Empty for any other
 * value.
 */
@Component({
  selector: 'lib-illustrative',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (marked()) {
      <span class="small">{{ 'programmes.illustrative.mark' | transloco }}</span>
    }
  `,
  styles: `
    span {
      padding-inline: 0.4em;
      border: 1px dashed var(--edge);
      border-radius: var(--radius);
      font: 400 var(--small) var(--sans);
      color: var(--soft);
      white-space: nowrap;
    }
  `,
})
export class Illustrative {
  readonly in = input.required<{ readonly illustrative: readonly string[] }>();
  /** The path as the file spells it: `modules.minutes`. */
  readonly path = input.required<string>();

  protected readonly marked = computed(() => isIllustrative(this.in(), this.path()));
}
