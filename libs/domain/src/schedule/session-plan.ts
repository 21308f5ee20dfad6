import { plain } from '../text';
import { isDay } from './local-time';

/** One session of a plan, in the words of its file. Empty where the file says nothing. */
export interface PlanLine {
  /** The number of its module, or its title. */
  readonly module: string;
  readonly title: string;
  /** `2026-12-03`, or with the day first: `3/12/2026`, `3.12.2026`. */
  readonly day: string;
  /** `14:00`, `14.00` or `14h00`. */
  readonly from: string;
  readonly to: string;
  readonly room: string;
  readonly link: string;
}

/** The most sessions that are planned at once. */
export const mostPlanned = 200;

const headings: Readonly<Record<keyof PlanLine, readonly string[]>> = {
  module: ['module', 'modulo', 'no', 'n'],
  title: ['title', 'topic', 'session', 'name', 'titolo', 'argomento', 'incontro'],
  day: ['date', 'day', 'data', 'giorno'],
  from: ['start', 'start time', 'from', 'begin', 'inizio', 'ora di inizio', 'dalle'],
  to: ['end', 'end time', 'to', 'until', 'fine', 'ora di fine', 'alle'],
  room: ['room', 'aula', 'sala'],
  link: ['link', 'meeting link', 'url', 'link della riunione', 'collegamento'],
};

export type PlanFault = 'empty' | 'no-columns' | 'too-long';

/** The sessions of a table whose first row has the headings, in any order. Empty rows are left out. */
export function planOfTable(table: readonly (readonly string[])[]): { lines: PlanLine[] } | { fault: PlanFault } {
  const [first, ...rows] = table.filter((row) => row.some((cell) => cell.trim()));
  if (!first || !rows.length) return { fault: 'empty' };
  const columnOf = (key: keyof PlanLine) => first.findIndex((heading) => headings[key].includes(asWords(heading)));
  if ((['module', 'day', 'from', 'to'] as const).some((key) => columnOf(key) < 0)) return { fault: 'no-columns' };
  if (rows.length > mostPlanned) return { fault: 'too-long' };
  const lineOf = (row: readonly string[]) => {
    const cell = (key: keyof PlanLine) => row[columnOf(key)]?.trim() ?? '';
    return {
      module: cell('module'),
      title: cell('title'),
      day: cell('day'),
      from: cell('from'),
      to: cell('to'),
      room: cell('room'),
      link: cell('link'),
    };
  };
  return { lines: rows.map(lineOf) };
}

const asWords = (text: string): string => plain(text.replace(/[_\-./:()*]+/g, ' '));

/** The day that a file means: `2026-12-03`; `null` if there is no such day. */
export function typedDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?$/.exec(text);
  const dayFirst = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : (dayFirst?.slice(1).reverse() ?? []);
  if (!year || !month || !day) return null;
  const typed = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(typed) ? typed : null;
}

/** The time of day that a file means: `14:00`; `null` if there is none. */
export function typedTime(text: string): string | null {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.h](\d\d)(?::00)?$/i.exec(text) ?? [];
  return hour && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
}

/** Whether a text of a file means this thing, by one of its names. */
export const isCalled = (text: string, ...names: readonly string[]): boolean =>
  names.some((name) => plain(name) === plain(text));
