import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { CompletionView } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';

/** One line: complete, and since when, or the number of open requirements. */
@Component({
  selector: 'lib-completion-state',
  imports: [SentencePipe, LongDayPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>
      @if (completion().met) {
        {{ 'completion.all-met' | transloco }}
        @if (completion().metAt; as metAt) {
          <span class="soft">{{ 'completion.since' | transloco: { day: (metAt | longDay) } }}</span>
        }
      } @else {
        {{ 'completion.some-missing' | transloco: { open: open(), all: completion().requirements.length } }}
      }
    </p>
  `,
})
export class CompletionState {
  readonly completion = input.required<CompletionView>();
  protected readonly open = computed(() => this.completion().requirements.filter(({ met }) => !met).length);
}
