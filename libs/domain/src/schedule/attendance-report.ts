/// <reference lib="esnext.temporal" />
import { plain } from '../text';
import { type Attendance, attendanceOf } from './attendance';
import { attendanceAt } from './check-in';
import { dayOf, isDay, laterDay } from './local-time';
import { lengthInMinutes, type Span } from './session';

/** What the columns of a meeting’s attendance report can say. */
export const reportColumns = ['name', 'surname', 'email', 'joined', 'left', 'minutes'] as const;
export type ReportColumn = (typeof reportColumns)[number];

/** The most rows of one report: each time that somebody joins is one. */
export const mostReported = 5000;

/** Headings of Teams, Zoom, Meet and BigBlueButton in several languages, folded. */
const headings: Readonly<Record<ReportColumn, readonly string[]>> = {
  name: [
    ...['name', 'full name', 'participant', 'participant name', 'name original name', 'user name', 'first name'],
    ...['nome', 'nome completo', 'nome utente', 'partecipante', 'nome nome originale', 'nom', 'nom complet', 'prenom'],
    ...['nombre', 'nombre completo', 'vollstandiger name', 'vorname', 'ime', 'ime i prezime'],
  ],
  surname: ['last name', 'surname', 'family name', 'cognome', 'nom de famille', 'apellidos', 'nachname', 'prezime'],
  email: [
    ...['email', 'e mail', 'email address', 'user email', 'indirizzo email', 'indirizzo e mail', 'posta elettronica'],
    ...['adresse e mail', 'correo electronico', 'e mail adresse', 'endereco de e mail', 'email dell utente'],
  ],
  joined: [
    ...['join time', 'time joined', 'first join', 'first join time', 'join', 'joined', 'entered'],
    ...['ora di partecipazione', 'ora di accesso', 'ora di ingresso', 'prima partecipazione', 'ingresso', 'entrata'],
    ...['heure de connexion', 'heure d arrivee', 'hora de union', 'hora de entrada', 'beitrittszeit', 'entrada'],
  ],
  left: [
    ...['leave time', 'time exited', 'last leave', 'last leave time', 'left', 'leave', 'exited'],
    ...['ora di uscita', 'ora di abbandono', 'ultima uscita', 'uscita'],
    ...['heure de depart', 'heure de deconnexion', 'hora de salida', 'hora de saida', 'verlassen um', 'salida'],
  ],
  minutes: ['duration minutes', 'durata minuti', 'duree minutes', 'duracion minutos', 'dauer minuten', 'minutes'],
};

/** One row of a report, in its own words. */
export type ReportLine = Readonly<Record<ReportColumn, string>>;
/** The index of the column for each thing that a report says. */
export type ReportMapping = Readonly<Partial<Record<ReportColumn, number>>>;

const folded = (heading: string): string => plain(heading.replace(/[^\p{L}\p{N}]+/gu, ' '));

const mappingOf = (row: readonly string[]): ReportMapping =>
  Object.fromEntries(
    reportColumns.flatMap((column) => {
      const at = row.findIndex((heading) => headings[column].includes(folded(heading)));
      return at < 0 ? [] : [[column, at]];
    }),
  );

/** A report says who somebody is, and from when to when or for how long they were there. */
export const isWholeMapping = ({ name, email, joined, minutes }: ReportMapping): boolean =>
  (name !== undefined || email !== undefined) && (joined !== undefined || minutes !== undefined);

/**
 * Where the rows of a report begin and what its columns are. Some programs write sections below each other: the one with
 * the most rows has each joining by itself. Without any known heading the first row is taken for the head.
 */
export function headOfReport(table: readonly (readonly string[])[]): { at: number; mapping: ReportMapping } {
  const heads = table.flatMap((row, at) => {
    const mapping = mappingOf(row);
    return isWholeMapping(mapping) ? [{ at, mapping, rows: sectionBelow(table, at).length }] : [];
  });
  const [best] = heads.toSorted((one, other) => other.rows - one.rows || other.at - one.at);
  return best ?? { at: 0, mapping: mappingOf(table[0] ?? []) };
}

/** The rows below a head, up to the next section. */
function sectionBelow(table: readonly (readonly string[])[], head: number): (readonly string[])[] {
  const below = table.slice(head + 1);
  const end = below.findIndex((row) => row.filter((cell) => cell.trim()).length < 2);
  return end < 0 ? below : below.slice(0, end);
}

export function linesOfReport(
  table: readonly (readonly string[])[],
  head: number,
  mapping: ReportMapping,
): ReportLine[] {
  const cellOf = (row: readonly string[], column: ReportColumn) => row[mapping[column] ?? -1]?.trim() ?? '';
  return sectionBelow(table, head).map((row) => ({
    name: cellOf(row, 'name'),
    surname: cellOf(row, 'surname'),
    email: cellOf(row, 'email'),
    joined: cellOf(row, 'joined'),
    left: cellOf(row, 'left'),
    minutes: cellOf(row, 'minutes'),
  }));
}

const clock = /(\d{1,2})[:.h](\d\d)(?:[:.](\d\d))?(?:\.\d+)?\s*([ap])?\.?\s*m?\.?/iu;

/**
 * The instant that a report means by a text: with an offset of its own, or by the clocks of a zone. Where it may mean
 * several (3/4 is April or March, an hour comes twice when clocks go back, there is no date), it is the one nearest to the
 * session. `null` if it means none.
 */
export function reportedTime(text: string, zone: string, session: Span): Date | null {
  const typed = text.normalize('NFKC').trim();
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)$/.test(typed))
    return validDate(typed.replace(/\s?(Z|[+-]\d\d:?\d\d)$/, '$1').replace(' ', 'T'));
  const date = /(\d{1,4})[./-](\d{1,2})[./-](\d{2,4})/.exec(typed);
  const [, hour = '', minute = '', second = '0', half] = clock.exec(typed.replace(date?.[0] ?? '', ' ')) ?? [];
  const hours = (Number(hour) % (half ? 12 : 24)) + (half?.toLowerCase() === 'p' ? 12 : 0);
  if (!hour || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const time = [hours, Number(minute), Number(second)].map((part) => String(part).padStart(2, '0')).join(':');
  const days = date ? daysMeant(date.slice(1)) : daysAround(session, zone);
  const far = (instant: Date) => Math.abs(instant.getTime() - session.startsAt.getTime());
  const [nearest] = days
    .flatMap((day) => instantsOf(`${day}T${time}`, zone))
    .toSorted((one, other) => far(one) - far(other));
  return nearest ?? null;
}

function daysMeant([first = '', second = '', third = '']: readonly string[]): string[] {
  const day = (year: string, month: string, of: string) =>
    `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${of.padStart(2, '0')}`;
  const meant =
    first.length === 4 ? [day(first, second, third)] : [day(third, second, first), day(third, first, second)];
  return meant.filter(isDay);
}

function daysAround({ startsAt }: Span, zone: string): string[] {
  const day = dayOf(startsAt, zone);
  return [-1, 0, 1].map((days) => laterDay(day, days));
}

/** One instant, or both that the clocks show twice. */
const instantsOf = (local: string, zone: string): Date[] =>
  (['earlier', 'later'] as const).map((disambiguation) => {
    const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation });
    return new Date(zoned.epochMilliseconds);
  });

/** Several spans as few as they are: those that touch are one, and nothing of them lies outside of the session. */
export function unitedWithin(spans: readonly Span[], session: Span): Span[] {
  const inside = spans
    .map(({ startsAt, endsAt }) => ({
      startsAt: startsAt > session.startsAt ? startsAt : session.startsAt,
      endsAt: endsAt < session.endsAt ? endsAt : session.endsAt,
    }))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt)
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  return inside.reduce<Span[]>((united, span) => {
    const last = united.at(-1);
    if (!last || span.startsAt > last.endsAt) return [...united, span];
    const endsAt = span.endsAt > last.endsAt ? span.endsAt : last.endsAt;
    return [...united.slice(0, -1), { ...last, endsAt }];
  }, []);
}

/** The whole minutes of spans that do not overlap. */
export const minutesIn = (spans: readonly Span[]): number =>
  Math.floor(spans.reduce((sum, { startsAt, endsAt }) => sum + endsAt.getTime() - startsAt.getTime(), 0) / 60_000);

/** Less than this share of the session, in percent, is an absence. */
export const absentBelowPercent = 50;

/** The mark that a report comes to for somebody who was there in these spans. */
export function reportedAttendance(spans: readonly Span[], session: Span, lateAfterMinutes?: number): Attendance {
  const united = unitedWithin(spans, session);
  const [first] = united;
  if (!first || minutesIn(united) * 100 < lengthInMinutes(session) * absentBelowPercent) return attendanceOf('absent');
  return attendanceAt(session, first.startsAt, { lateAfterMinutes });
}

/** A participant with whom the people of a report are compared. */
export interface ComparedPerson {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
}

export type Certainty = 'certain' | 'likely';

/**
 * Compares people of a report with participants. Certain are an address, and a whole name that only one of them has; likely
 * is one whose name has all the words of the other, or a first letter instead of a name, where nobody else fits.
 */
export function comparison(
  people: readonly ComparedPerson[],
): (reported: { name: string; email: string }) => { id: string; certainty: Certainty } | null {
  const known = people.map(({ id, givenName, familyName, email }) => ({
    ...{ id, email: plain(email), words: wordsOf(`${givenName} ${familyName}`) },
  }));
  const byEmail = new Map(known.map((person) => [person.email, person.id]));
  const byName = Map.groupBy(known, ({ words }) => words.toSorted().join(' '));
  return ({ name, email }) => {
    const id = email ? byEmail.get(plain(email)) : undefined;
    if (id) return { id, certainty: 'certain' };
    const words = wordsOf(name.replace(/[([|].*$/u, ''));
    const [same, another] = byName.get(words.toSorted().join(' ')) ?? [];
    if (same && !another) return { id: same.id, certainty: 'certain' };
    const alike = same ? [] : known.filter((person) => isAlike(words, person.words));
    return alike.length === 1 && alike[0] ? { id: alike[0].id, certainty: 'likely' } : null;
  };
}

const wordsOf = (name: string): string[] => folded(name).split(' ').filter(Boolean);

/** All words of the shorter name are in the longer one; one of them may be a first letter. */
function isAlike(one: readonly string[], other: readonly string[]): boolean {
  const [few = [], many = []] = one.length <= other.length ? [one, other] : [other, one];
  const whole = few.filter((word) => many.includes(word));
  const letters = few.filter((word) => word.length === 1 && many.some((long) => long.startsWith(word)));
  return whole.length > 0 && whole.length + letters.filter((word) => !whole.includes(word)).length === few.length;
}

/** An hour or a day that no clock or calendar has is no time. */
function validDate(text: string): Date | null {
  const date = new Date(text);
  return isDay(text.slice(0, 10)) && !Number.isNaN(date.getTime()) ? date : null;
}
