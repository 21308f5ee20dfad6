import { inject, Pipe, type PipeTransform } from '@angular/core';
import { wordDay, wordMinutes, wordMoment, wordTime } from '@libretto/language';
import { ReadingLanguage } from '../language';
import { Clock } from './clock';
import { OwnZone } from './own-zone';
import { wordDistance } from './wording';

/** `{{ '2026-11-26' | longDay }}` or `{{ instant | longDay: session.zone }}`: weekday, day, month, year. */
@Pipe({ name: 'longDay', pure: false })
export class LongDayPipe implements PipeTransform {
  private readonly reading = inject(ReadingLanguage);
  private readonly own = inject(OwnZone);

  transform(at: string | null | undefined, zone?: string): string {
    return at ? wordDay(this.reading.code(), at, zone ?? this.own.name()) : '';
  }
}

/** `{{ instant | clockTime: session.zone }}`: hours and minutes. */
@Pipe({ name: 'clockTime', pure: false })
export class ClockTimePipe implements PipeTransform {
  private readonly reading = inject(ReadingLanguage);
  private readonly own = inject(OwnZone);

  transform(at: string | null | undefined, zone?: string): string {
    return at ? wordTime(this.reading.code(), at, zone ?? this.own.name()) : '';
  }
}

/** `{{ instant | deadline: edition.timeZone }}`: day, time and zone. Without a zone it is the reader's own. */
@Pipe({ name: 'deadline', pure: false })
export class DeadlinePipe implements PipeTransform {
  private readonly reading = inject(ReadingLanguage);
  private readonly own = inject(OwnZone);

  transform(at: string | null | undefined, zone?: string): string {
    return at ? wordMoment(this.reading.code(), at, zone ?? this.own.name()) : '';
  }
}

/** `{{ instant | howFar }}`: "in 3 days". */
@Pipe({ name: 'howFar', pure: false })
export class HowFarPipe implements PipeTransform {
  private readonly reading = inject(ReadingLanguage);
  private readonly clock = inject(Clock);

  transform(at: string | null | undefined): string {
    return at ? wordDistance(this.reading.code(), at, this.clock.now()) : '';
  }
}

/** `{{ 750 | hours }}`: "12 h 30 min". */
@Pipe({ name: 'hours', pure: false })
export class HoursPipe implements PipeTransform {
  private readonly reading = inject(ReadingLanguage);

  transform(minutes: number | null | undefined): string {
    return minutes === null || minutes === undefined ? '' : wordMinutes(this.reading.code(), minutes);
  }
}
