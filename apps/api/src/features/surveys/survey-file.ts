import type { InputOf, readSurveyResultsFile, SurveyResult } from '@libretto/contracts';
import { endAt } from '@libretto/domain';
import type { KeyBelow, SentenceKey } from '@libretto/language';
import { Injectable } from '@nestjs/common';
import { Languages } from '../../platform/language/languages';
import { orNotFound, orRefuse } from '../../platform/refusals/refused';
import { type Column, sheetOf } from '../../platform/sheets/sheet';
import { SheetWriter } from '../../platform/sheets/sheet-writer';
import { EditionDirectory } from '../editions';
import { ReadSurveyResults } from './survey-results';

interface Line {
  readonly question: string;
  readonly part: string;
  readonly answer: string;
  readonly count: number;
  readonly of: number;
}

type Texts = Readonly<Record<string, string>>;
interface Words {
  readonly read: (texts: Texts | undefined) => string;
  readonly say: (key: SentenceKey) => string;
}

/** The results of a survey as a table: how often each answer was given, and all texts. */
@Injectable()
export class SurveyFile {
  constructor(
    private readonly results: ReadSurveyResults,
    private readonly editions: EditionDirectory,
    private readonly languages: Languages,
    private readonly sheets: SheetWriter,
  ) {}

  /** Refusals: surveys.results-after-the-end, surveys.too-few-answers. */
  async of({ params, query }: InputOf<typeof readSurveyResultsFile>): Promise<{ name: string; content: Buffer }> {
    const edition = orNotFound(await this.editions.byId(params.editionId));
    const results = orRefuse(await this.results.resultsOf(edition.id));
    const say = this.languages.in(query.language);
    const words: Words = { say, read: (texts) => texts?.[query.language] ?? texts?.['en'] ?? '' };
    const columns: Column<KeyBelow<'surveys.sheet'>, Line>[] = [
      ['question', 48, ({ question }) => question],
      ['part', 32, ({ part }) => part],
      ['answer', 40, ({ answer }) => answer],
      ['count', 10, ({ count }) => count],
      ['of', 10, ({ of }) => of],
    ];
    const lines = results.flatMap((result) => linesOf(result, words));
    const sheet = sheetOf(say('surveys.sheet.name'), lines, columns, (heading) => say(`surveys.sheet.${heading}`));
    return { name: `${sheet.name} ${edition.name}`, content: await this.sheets.write(query.format, sheet) };
  }
}

function linesOf({ question, tally }: SurveyResult, words: Words): Line[] {
  const { read, say } = words;
  const line = { question: read(question.text), part: '', of: tally.answered };
  switch (tally.kind) {
    case 'text':
      return tally.texts.map((answer) => ({ ...line, answer, count: 1 }));
    case 'number':
      return (['least', 'median', 'mean', 'most'] as const).flatMap((figure) => {
        const value = tally[figure];
        const part = say(`surveys.sheet.figures.${figure}`);
        return value === null ? [] : [{ ...line, part, answer: String(value), count: tally.answered }];
      });
    case 'matrix':
      return tally.rows.flatMap(({ id, counts, answered }) =>
        counts.map(({ of, count }) => ({
          ...{ ...line, of: answered, count, answer: stepIn(question, of, words) },
          part: question.kind === 'matrix' ? read(question.rows.find((row) => row.id === id)?.label) : '',
        })),
      );
    case 'scale':
      return tally.counts.map(({ of, count }) => ({ ...line, answer: stepIn(question, of, words), count }));
    default:
      return tally.counts.map(({ of, count }) => ({ ...line, answer: labelIn(question, of, words), count }));
  }
}

const labelIn = (question: SurveyResult['question'], id: string, { read }: Words): string =>
  'options' in question ? read(question.options.find((option) => option.id === id)?.label) : '';

/** A step with the word of its end, if it is at one. */
function stepIn(question: SurveyResult['question'], step: string, { read }: Words): string {
  if (!('ends' in question)) return step;
  const end = endAt(question, Number(step));
  return end ? `${step} (${read(question.ends[end])})` : step;
}
