import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Glance } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';
import { Clock, LongDayPipe, ClockTimePipe } from '../../platform/time';

type Session = Glance['sessions'][number];

/** The sessions on a line from the first to the last, with today on it, and as a list to open them from. */
@Component({
  selector: 'lib-session-line',
  imports: [RouterLink, SentencePipe, ClockTimePipe, LongDayPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './session-line.html',
  styleUrl: './session-line.css',
})
export class SessionLine {
  readonly sessions = input.required<readonly Session[]>();
  readonly editionId = input.required<string>();

  private readonly clock = inject(Clock);
  private readonly span = computed(() => {
    const starts = this.sessions().map(({ startsAt }) => Date.parse(startsAt));
    const [from, until] = [Math.min(...starts), Math.max(...starts)];
    return { from, length: Math.max(until - from, 1) };
  });

  protected readonly dots = computed(() =>
    this.sessions().map((session) => ({ ...session, at: this.place(Date.parse(session.startsAt)) })),
  );
  /** The position of the present time on the line; `null` before its beginning and after its end. */
  protected readonly now = computed(() => {
    const at = this.place(this.clock.now());
    return at >= 0 && at <= 100 ? at : undefined;
  });
  protected readonly next = computed(() =>
    this.sessions().find(({ state, endsAt }) => state === 'planned' && Date.parse(endsAt) > this.clock.now()),
  );
  protected readonly held = computed(() => this.sessions().filter(({ state }) => state === 'held').length);

  private place(instant: number): number {
    const { from, length } = this.span();
    return (100 * (instant - from)) / length;
  }
}
