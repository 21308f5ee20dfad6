import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type FieldTree, min, type SchemaFn } from '@angular/forms/signals';
import type { TimedDay } from '@libretto/contracts';
import { isRefusal, spreadOver } from '@libretto/domain';
import { SentencePipe } from '../../platform/language';
import { HoursPipe, today } from '../../platform/time';
import { TextField } from '../../ui/form';

/** Time of a day or a span of days as somebody types it. */
export interface TypedTime {
  from: string;
  /** Empty for a single day. */
  until: string;
  hours: number;
  minutes: number;
  note: string;
}

export const anHourToday = (): TypedTime => ({ from: today(), until: '', hours: 1, minutes: 0, note: '' });

/** The time that a timer measured on a day. */
export const measuredTime = ({ day, minutes }: Pick<TimedDay, 'day' | 'minutes'>): TypedTime => ({
  ...anHourToday(),
  from: day,
  hours: Math.floor(minutes / 60),
  minutes: minutes % 60,
});

/** The body of the route that records it, without the entry's id. */
export const bodyOfTime = ({ from, until, hours, minutes, note }: TypedTime) => ({
  from,
  ...(until && { until }),
  minutes: (hours || 0) * 60 + (minutes || 0),
  ...(note.trim() && { note }),
});

export const rulesOfTime: SchemaFn<TypedTime> = (path) => {
  min(path.hours, 0);
  min(path.minutes, 0);
};

/** The fields of time that somebody records: dates, hours and minutes, and a note. */
@Component({
  selector: 'lib-time-fields',
  imports: [HoursPipe, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="days">
      <lib-text-field [label]="'workload.declare.day' | transloco" type="date" [field]="form().from" />
      <lib-text-field
        [label]="'workload.declare.until' | transloco"
        [hint]="'workload.declare.until-hint' | transloco"
        type="date"
        [field]="form().until"
      />
      <lib-text-field
        [label]="'workload.declare.hours' | transloco"
        type="number"
        inputmode="numeric"
        [field]="form().hours"
      />
      <lib-text-field
        [label]="'workload.declare.minutes' | transloco"
        type="number"
        inputmode="numeric"
        [step]="5"
        [field]="form().minutes"
      />
    </div>
    <lib-text-field [label]="'workload.declare.note' | transloco" [field]="form().note" />
    @if (spread(); as over) {
      <p class="small soft">
        {{ 'workload.declare.spread' | transloco: { days: over.days, time: (over.each | hours) } }}
      </p>
    }
  `,
  styles: `
    .days {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
      gap: var(--s3) var(--s4);
      margin-bottom: var(--s3);
      max-width: 44rem;
    }

    lib-text-field {
      max-width: 44rem;
    }
  `,
})
export class TimeFields {
  readonly form = input.required<FieldTree<TypedTime>>();

  /** What each day of a span gets. */
  protected readonly spread = computed(() => {
    const body = bodyOfTime(this.form()().value());
    if (!body.until || !body.from || body.minutes <= 0) return undefined;
    const days = spreadOver(body);
    return isRefusal(days) || days.length < 2 ? undefined : { days: days.length, each: days[0]?.minutes ?? 0 };
  });
}
