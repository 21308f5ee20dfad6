import { booleanAttribute, ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { DayOfChart } from '@libretto/contracts';
import { ReadingLanguage, SentencePipe } from '../../platform/language';
import { HoursPipe, LongDayPipe } from '../../platform/time';
import { Chart } from '../../ui/chart';
import type { LinesChart } from '../../ui/chart-drawing';

/** Plan against fact over time: a drawing, its figures of today in a sentence, and week by week in a table. */
@Component({
  selector: 'lib-pace-chart',
  imports: [Chart, HoursPipe, LongDayPipe, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-chart [chart]="chart()" [label]="label()" />
    <details>
      <summary>{{ 'pace.chart.as-table' | transloco }}</summary>
      <div class="register" tabindex="0" role="region" [attr.aria-label]="'pace.chart.title' | transloco">
        <table>
          <thead>
            <tr>
              <th scope="col">{{ 'pace.chart.week' | transloco }}</th>
              <th scope="col" class="figure">{{ 'pace.chart.planned' | transloco }}</th>
              <th scope="col" class="figure">{{ 'pace.chart.recorded' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (week of weeks(); track week.day) {
              <tr>
                <th scope="row">{{ week.day | longDay }}</th>
                <td class="figure">{{ week.planned | hours }}</td>
                <td class="figure">{{ week.recorded === null ? '–' : (week.recorded | hours) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </details>
  `,
  styles: `
    :host {
      display: block;
      max-width: 56rem;
    }

    summary {
      cursor: pointer;
      color: var(--ink);
    }
  `,
})
export class PaceChart {
  readonly days = input.required<readonly DayOfChart[]>();
  /** Whether the figures are averages of many. */
  readonly isAverage = input(false, { transform: booleanAttribute });

  private readonly reading = inject(ReadingLanguage);

  protected readonly chart = computed((): LinesChart => {
    const say = this.reading.say();
    return {
      kind: 'lines',
      parts: [
        { key: 'planned', name: say('pace.chart.planned'), colour: 'var(--soft)' },
        { key: 'recorded', name: say('pace.chart.recorded'), colour: 'var(--green)' },
      ],
      points: this.days().flatMap(({ day, planned, recorded }) => [
        { part: 'planned', day, value: planned / 60 },
        ...(recorded === null ? [] : [{ part: 'recorded', day, value: recorded / 60 }]),
      ]),
    };
  });

  /** The last day of which something is known. */
  private readonly latest = computed(() => this.days().findLast(({ recorded }) => recorded !== null) ?? this.days()[0]);

  protected readonly label = computed(() => {
    const latest = this.latest();
    if (!latest) return '';
    return this.reading.say()(this.isAverage() ? 'pace.chart.label-average' : 'pace.chart.label', {
      day: latest.day,
      planned: latest.planned,
      recorded: latest.recorded ?? 0,
      whole: this.days().at(-1)?.planned ?? 0,
    });
  });

  /** Every seventh day, the latest and the last. */
  protected readonly weeks = computed(() => {
    const last = this.days().length - 1;
    return this.days().filter((day, at) => at % 7 === 6 || at === last || day === this.latest());
  });
}
