import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { SurveyResult } from '@libretto/contracts';
import { endAt, scaleSteps } from '@libretto/domain';
import { InLanguagePipe, inLanguage, ReadingLanguage, SentencePipe } from '../../platform/language';
import { Chart } from '../../ui/chart';
import type { BarsChart } from '../../ui/chart-drawing';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly (string | number)[];
}

/** From the lowest step to the highest one. */
const shades = ['var(--red)', 'var(--amber)', 'var(--soft)', 'var(--ink)', 'var(--green)'];

/** What was answered to one question: a drawing and the same figures in a table, or the texts. */
@Component({
  selector: 'lib-survey-result',
  imports: [Chart, InLanguagePipe, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './survey-result.html',
  styles: `
    :host {
      display: block;
      max-width: 56rem;
      margin-bottom: var(--s6);
    }

    .texts {
      max-width: none;
      padding: 0;
      list-style: none;
    }

    .texts li {
      padding-block: var(--s3);
      border-top: 1px solid var(--rule);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class SurveyResultShown {
  readonly result = input.required<SurveyResult>();

  private readonly reading = inject(ReadingLanguage);
  protected readonly isMatrix = computed(() => this.result().tally.kind === 'matrix');
  private readonly steps = computed(() => {
    const { question } = this.result();
    return 'ends' in question
      ? scaleSteps(question).map((step) => ({ key: String(step), name: this.nameOf(String(step)) }))
      : [];
  });

  protected readonly heads = computed(() => {
    const say = this.reading.say();
    if (this.isMatrix()) return [...this.steps().map(({ name }) => name), say('surveys.results.mean-head')];
    return [say('surveys.results.count'), say('surveys.results.share')];
  });

  protected readonly rows = computed((): Row[] => {
    const { tally } = this.result();
    if (tally.kind === 'matrix')
      return tally.rows.map(({ id, counts, mean }) => ({
        key: id,
        name: this.nameOf(id),
        cells: [...counts.map(({ count }) => count), this.figure(mean)],
      }));
    if (!('counts' in tally)) return [];
    return tally.counts.map(({ of, count }) => ({
      key: of,
      name: this.nameOf(of),
      cells: [count, `${Math.round((count * 100) / Math.max(1, tally.answered))} %`],
    }));
  });

  protected readonly chart = computed((): BarsChart => {
    const { tally } = this.result();
    const rows = this.rows().map(({ key, name }) => ({ key, name }));
    if (tally.kind === 'matrix') {
      const last = Math.max(1, this.steps().length - 1);
      const parts = this.steps().map((step, at) => ({
        ...step,
        colour: shades[Math.round((at * (shades.length - 1)) / last)] ?? 'var(--ink)',
      }));
      const values = tally.rows.flatMap(({ id, counts }) =>
        counts.map(({ of, count }) => ({ row: id, part: of, value: count })),
      );
      return { kind: 'bars', parts, rows, values };
    }
    const counts = 'counts' in tally ? tally.counts : [];
    const name = this.reading.say()('surveys.results.count');
    return {
      kind: 'bars',
      parts: [{ key: 'all', name, colour: 'var(--ink)' }],
      rows,
      values: counts.map(({ of, count }) => ({ row: of, part: 'all', value: count })),
    };
  });

  protected figure(value: number | null): string {
    return value === null
      ? '–'
      : new Intl.NumberFormat(this.reading.code(), { maximumFractionDigits: 2 }).format(value);
  }

  /** An option, a row of a matrix, or a step, which has a word at both ends. */
  private nameOf(of: string): string {
    const { question } = this.result();
    const code = this.reading.code();
    if ('options' in question) return inLanguage(question.options.find(({ id }) => id === of)?.label, code);
    if (question.kind === 'matrix' && !/^\d+$/.test(of))
      return inLanguage(question.rows.find(({ id }) => id === of)?.label, code);
    if (!('ends' in question)) return of;
    const end = endAt(question, Number(of));
    return end ? `${of} (${inLanguage(question.ends[end], code)})` : of;
  }
}
