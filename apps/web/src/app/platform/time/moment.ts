import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { wordDay, wordTime, wordZone } from '@libretto/language';
import { ReadingLanguage, SentencePipe } from '../language';
import { Clock } from './clock';
import { OwnZone } from './own-zone';
import { sameClock, wordDistance, wordNow } from './wording';

/**
 * A moment, or a span from `at` to `until`, in words: weekday, the time in its zone, the reader's own time if that
 * differs, and its distance.
 */
@Component({
  selector: 'lib-moment',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <time [attr.datetime]="at()">{{ day() }}, {{ span() }}</time>
    @let yours = ownSpan() ? '; ' + ('shell.time.yours' | transloco: { span: ownSpan() }) : '';
    <span class="soft">
      ({{ place() }}{{ yours }})
      @if (distance()) {
        · {{ distance() }}
      }
    </span>
  `,
})
export class Moment {
  readonly at = input.required<string>();
  readonly until = input<string>();
  readonly zone = input<string>();
  /** Shows its distance; off where a whole list would repeat it. */
  readonly far = input(true);

  private readonly reading = inject(ReadingLanguage);
  private readonly own = inject(OwnZone);
  private readonly clock = inject(Clock);

  private readonly shownZone = computed(() => this.zone() ?? this.own.name());
  protected readonly day = computed(() => wordDay(this.reading.code(), this.at(), this.shownZone()));
  protected readonly span = computed(() => this.spanIn(this.shownZone()));
  protected readonly place = computed(() => wordZone(this.shownZone()));
  protected readonly ownSpan = computed(() =>
    sameClock(this.at(), this.shownZone(), this.own.name()) ? undefined : this.spanIn(this.own.name()),
  );
  private readonly goesOn = computed(() => {
    const [begins, ends] = [this.at(), this.until() ?? this.at()].map((at) => new Date(at).getTime()) as [
      number,
      number,
    ];
    return begins <= this.clock.now() && this.clock.now() < ends;
  });
  protected readonly distance = computed(() => {
    if (!this.far()) return undefined;
    return this.goesOn()
      ? wordNow(this.reading.code())
      : wordDistance(this.reading.code(), this.at(), this.clock.now());
  });

  private spanIn(zone: string): string {
    return [this.at(), this.until()]
      .filter((at) => at !== undefined)
      .map((at) => wordTime(this.reading.code(), at, zone))
      .join('–');
  }
}
