import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import {
  type ApplicationsFilter,
  readReports,
  type ReportsView,
  type WhatBecame,
  whatBecame,
} from '@libretto/contracts';
import { milestones } from '@libretto/domain';
import { type KeyBelow, wordList } from '@libretto/language';
import { Api } from '../../../platform/api';
import { CountryNamePipe, injectSay, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { Chart } from '../../../ui/chart';
import type { Chart as ChartData, Pressed } from '../../../ui/chart-drawing';
import { Empty } from '../../../ui/empty';
import { PageHeader } from '../../../ui/page-header';
import { Waiting } from '../../../ui/waiting';
import { type FigureRow, FigureTable } from './figure-table';
import { outcomeColours } from './outcome-parts';

/** The most rows that are drawn; the table has all. */
const mostDrawn = 12;

interface Report {
  readonly key: 'state' | 'outcome' | 'country' | 'institution' | 'time';
  readonly title: string;
  readonly chart: ChartData;
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly FigureRow[];
  /** The list that a pressed piece opens to. */
  readonly filterOf: (pressed: Pressed) => ApplicationsFilter;
}

/**
 * The applications of an edition in figures: each report drawn, and as a table whose figures open to the list behind
 * them.
 */
@Component({
  selector: 'lib-reports-page',
  imports: [MatButtonModule, RouterLink, SentencePipe, Chart, Empty, FigureTable, PageHeader, Waiting],
  providers: [CountryNamePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reports.page.html',
  styleUrl: './reports.page.css',
})
export class ReportsPage {
  readonly editionId = input.required<string>();
  readonly by = input<'day' | 'week'>();

  private readonly router = inject(Router);
  private readonly words = injectSay();
  private readonly reading = inject(ReadingLanguage);
  private readonly countryName = inject(CountryNamePipe);
  protected readonly step = computed((): 'day' | 'week' => (this.by() === 'week' ? 'week' : 'day'));
  protected readonly view = inject(Api).read(readReports, () => ({
    params: { editionId: this.editionId() },
    query: { by: this.step() },
  }));
  protected readonly list = computed(() => ['/editions', this.editionId(), 'admissions', 'applications']);
  protected readonly mostDrawn = mostDrawn;
  protected readonly steps = ['day', 'week'] as const;

  protected readonly sums = computed(() => {
    const view = this.view.value();
    const applications = (view?.states ?? []).reduce((sum, one) => sum + one.applications, 0);
    const submitted = whatBecame.reduce((sum, outcome) => sum + (view?.outcomes[outcome] ?? 0), 0);
    const { undecided = 0, withdrawn = 0 } = view?.outcomes ?? {};
    return { applications, submitted, ruled: submitted - undecided - withdrawn };
  });

  protected readonly reports = computed((): Report[] => {
    // Read here, so that everything is worded anew when the language changes.
    this.reading.code();
    const view = this.view.value();
    if (!view?.states.length) return [];
    return [
      this.byState(view),
      ...(this.sums().submitted ? [this.byOutcome(view), this.byCountry(view), this.byInstitution(view)] : []),
      this.overTime(view),
    ];
  });

  protected open(report: Report, pressed: Pressed): void {
    void this.router.navigate([...this.list()], { queryParams: report.filterOf(pressed) });
  }

  private byState({ states }: ReportsView): Report {
    const rows = states.map(({ state, applications }) => ({
      key: state,
      name: this.words(`admissions.state.${state}`),
      value: applications,
      filter: { state },
    }));
    return {
      key: 'state',
      title: this.say('by-state'),
      chart: {
        kind: 'bars',
        parts: [{ key: 'all', name: this.say('applications'), colour: 'var(--ink)' }],
        rows,
        values: rows.map(({ key, value }) => ({ row: key, part: 'all', value })),
      },
      label: this.label('state', rows),
      heads: [this.say('its-state'), this.say('applications')],
      rows: rows.map(({ key, name, value, filter }) => ({ key, name, figures: [{ value, filter }] })),
      filterOf: ({ row }) => rows.find(({ key }) => key === row)?.filter ?? {},
    };
  }

  private byOutcome({ outcomes, knowsException }: ReportsView): Report {
    const possible = whatBecame.filter(
      (outcome) => outcome !== 'admitted-by-exception' || knowsException || outcomes[outcome] > 0,
    );
    const rows = possible.map((outcome) => ({
      key: outcome,
      name: this.outcomeName(outcome),
      value: outcomes[outcome],
      filter: { outcome },
    }));
    return {
      key: 'outcome',
      title: this.say('by-outcome'),
      chart: {
        kind: 'bars',
        parts: rows.map(({ key, name }) => ({ key, name, colour: outcomeColours[key] })),
        rows,
        values: rows.map(({ key, value }) => ({ row: key, part: key, value })),
      },
      label: this.label('outcome', rows),
      heads: [this.say('its-outcome'), this.say('applications')],
      rows: rows.map(({ key, name, value, filter }) => ({ key, name, figures: [{ value, filter }] })),
      filterOf: ({ row }) => rows.find(({ key }) => key === row)?.filter ?? {},
    };
  }

  private byCountry({ countries }: ReportsView): Report {
    const rows = countries.map(({ country, ...row }) => ({
      key: country,
      name: this.countryName.transform(country),
      filter: { country },
      ...row,
    }));
    return {
      ...this.divided('country', rows),
      label: this.label(
        'country',
        rows.map(({ name, applications }) => ({ name, value: applications })),
      ),
    };
  }

  private byInstitution({ institutions }: ReportsView): Report {
    const rows = institutions.map(({ institutionId, institution, country, ...row }) => ({
      key: institutionId,
      name: institution,
      under: this.countryName.transform(country),
      filter: { institutionId },
      ...row,
    }));
    const drawn = rows.slice(0, mostDrawn).map(({ name, applications }) => ({ name, value: applications }));
    return {
      ...this.divided('institution', rows),
      label: this.label(rows.length > mostDrawn ? 'most' : 'institution', drawn),
    };
  }

  /** Rows divided by the outcomes of their applications. */
  private divided(
    key: 'country' | 'institution',
    rows: readonly {
      key: string;
      name: string;
      under?: string;
      filter: ApplicationsFilter;
      applications: number;
      outcomes: ReportsView['outcomes'];
    }[],
  ): Omit<Report, 'label'> {
    const occurring = whatBecame.filter((outcome) => rows.some(({ outcomes }) => outcomes[outcome] > 0));
    const drawn = rows.slice(0, mostDrawn);
    return {
      key,
      title: this.say(`by-${key}`),
      chart: {
        kind: 'bars',
        parts: occurring.map((outcome) => ({
          key: outcome,
          name: this.outcomeName(outcome),
          colour: outcomeColours[outcome],
        })),
        rows: drawn,
        values: drawn.flatMap(({ key: row, outcomes }) =>
          occurring.map((part) => ({ row, part, value: outcomes[part] })),
        ),
      },
      heads: [this.say(key), this.say('all'), ...occurring.map((outcome) => this.outcomeName(outcome))],
      rows: rows.map(({ key: row, name, under, filter, applications, outcomes }) => ({
        key: row,
        name,
        ...(under ? { under } : {}),
        figures: [
          { value: applications, filter },
          ...occurring.map((outcome) => ({ value: outcomes[outcome], filter: { ...filter, outcome } })),
        ],
      })),
      filterOf: ({ row, part }) => ({
        ...rows.find((one) => one.key === row)?.filter,
        outcome: occurring.find((outcome) => outcome === part),
      }),
    };
  }

  private overTime({ overTime }: ReportsView): Report {
    const colours = { started: 'var(--edge)', submitted: 'var(--ink)', ruled: 'var(--green)' };
    const [first, last] = [overTime[0], overTime.at(-1)];
    const { started = 0, submitted = 0, ruled = 0 } = last?.inAll ?? {};
    const span = (from: string, until: string) =>
      from === until ? this.day(from) : this.say('span', { from: this.day(from), until: this.day(until) });
    return {
      key: 'time',
      title: this.say('over-time'),
      chart: {
        kind: 'lines',
        parts: milestones.map((milestone) => ({
          key: milestone,
          name: this.say(`milestone.${milestone}`),
          colour: colours[milestone],
        })),
        points: milestones.flatMap((part) =>
          overTime.map(({ until, inAll }) => ({ part, day: until, value: inAll[part] })),
        ),
      },
      label: this.say('chart.time', {
        from: this.day(first?.from ?? ''),
        until: this.day(last?.until ?? ''),
        started,
        submitted,
        ruled,
      }),
      heads: [
        this.say(`steps.${this.step()}`),
        ...milestones.flatMap((one) => [
          this.say(`milestone.${one}`),
          this.say('in-all', { milestone: this.say(`milestone.${one}`) }),
        ]),
      ],
      rows: overTime.map(({ from, until, reached, inAll }) => ({
        key: from,
        name: span(from, until),
        figures: milestones.flatMap((milestone) => [
          { value: reached[milestone], filter: { milestone, from, until } },
          { value: inAll[milestone], filter: { milestone, from: first?.from, until } },
        ]),
      })),
      filterOf: () => ({}),
    };
  }

  private label(key: KeyBelow<'admissions.report.chart'>, figures: readonly { name: string; value: number }[]): string {
    const all = figures.map(({ name, value }) => this.say('chart.figure', { name, applications: value }));
    return this.say(`chart.${key}`, {
      shown: figures.length,
      figures: wordList(this.reading.code(), all),
    });
  }

  private day(day: string): string {
    const locale = this.reading.code() === 'en' ? 'en-GB' : this.reading.code();
    return (
      day &&
      new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(day),
      )
    );
  }

  private outcomeName(outcome: WhatBecame): string {
    return this.words(`admissions.outcome.${outcome}`);
  }

  private say(key: KeyBelow<'admissions.report'>, values: Record<string, unknown> = {}): string {
    return this.words(`admissions.report.${key}`, values);
  }
}
