import { localTimeOf } from '@libretto/domain';
import { type KeyBelow, type Say, wordCountry } from '@libretto/language';
import { type Cell, type Column, type Sheet, sheetOf } from '../../../platform/sheets/sheet';
import type { ListedApplication } from './list-of-applications';

/** The language and the time zone of the reader. */
interface Reader {
  readonly say: Say;
  readonly language: string;
  readonly timeZone: string;
}

/** The list as a table: each state in words for people, and beside it as a code for programs. */
export function sheetOfApplications(rows: readonly ListedApplication[], { say, language, timeZone }: Reader): Sheet {
  const at = (instant: string | null): Cell => (instant ? { local: localTimeOf(new Date(instant), timeZone) } : null);
  const columns: Column<KeyBelow<'admissions.report.sheet'>, ListedApplication>[] = [
    ['applicant', 28, ({ name }) => name],
    ['institution', 36, ({ institution }) => institution],
    ['country', 16, ({ country }) => (country ? wordCountry(language, country) : '')],
    ['country-code', 8, ({ country }) => country],
    ['state', 20, ({ state }) => say(`admissions.state.${state}`)],
    ['state-code', 14, ({ state }) => state],
    ['started', 17, ({ startedAt }) => at(startedAt)],
    ['submitted', 17, ({ submittedAt }) => at(submittedAt)],
    ['outcome', 24, ({ ruling }) => (ruling ? say(`admissions.outcome.${ruling.outcome}`) : '')],
    ['outcome-code', 20, ({ ruling }) => ruling?.outcome ?? ''],
    ['ruled', 17, ({ ruling }) => at(ruling?.at ?? null)],
    ['place', 20, ({ place }) => (place ? say(`admissions.report.place.${place}`) : '')],
    ['place-code', 12, ({ place }) => place ?? ''],
    ['id', 38, ({ applicationId }) => applicationId],
  ];
  return sheetOf(say('admissions.report.sheet.name'), rows, columns, (heading) =>
    say(`admissions.report.sheet.${heading}`, { zone: timeZone }),
  );
}
