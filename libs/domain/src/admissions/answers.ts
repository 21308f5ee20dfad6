import { longestRowId, repeatedRow, rowKey } from '../drafts';
import { type FieldRule, longestText, mostRows, type SimpleRule } from '../programmes';
import { isDay } from '../schedule';
import { paragraphShowsAsItIs, showsAsItIs } from '../text';

export type SimpleAnswer = string | number | string[];
export type Row = Record<string, SimpleAnswer>;
/** The answers by the field's id; a field without an answer is absent. Files stand with the evidence. */
export type Answers = Record<string, SimpleAnswer | Row[]>;

/** The fault of an answer. Its sentence is `common.fields.<reason>`. */
export type AnswerReason =
  | 'no-such-field'
  | 'not-possible'
  | 'not-valid'
  | 'too-long'
  | 'no-such-option'
  | 'not-a-number'
  | 'too-small'
  | 'hidden-characters'
  | 'too-big'
  | 'not-whole'
  | 'no-such-day'
  | 'too-early'
  | 'too-late'
  | 'too-many-rows';

export interface AnswerFault {
  /** The field's id; in a group also the number of the row, from 0, and the column's id. */
  readonly path: readonly (string | number)[];
  readonly reason: AnswerReason;
  readonly numbers: Readonly<Record<string, string | number>>;
}

type Found = Omit<AnswerFault, 'path'> | null;

/**
 * The faults that keep answers from being stored, even in a draft: an unknown field, a wrong kind, an exceeded limit.
 * An answer that is too short or missing is no fault in a draft: see `lacking`.
 */
export function answerFaults(fields: readonly FieldRule[], answers: Readonly<Record<string, unknown>>): AnswerFault[] {
  return Object.entries(answers).flatMap(([id, answer]) => {
    const field = fields.find((one) => one.id === id);
    if (!field || field.kind === 'file') return [{ path: [id], ...fault('no-such-field') }];
    if (field.kind !== 'group') return at([id], simpleFault(field, answer));
    if (!Array.isArray(answer)) return at([id], fault('not-possible'));
    const most = mostRows(field);
    if (answer.length > most) return at([id], fault('too-many-rows', { most }));
    const repeated = repeatedRow(answer);
    if (repeated >= 0) return at([id, repeated, rowKey], fault('not-valid'));
    return answer.flatMap((row: unknown, number) =>
      rowFaults(field, row).map((one) => ({ ...one, path: [id, number, ...one.path] })),
    );
  });
}

type Group = Extract<FieldRule, { kind: 'group' }>;

const isRowId = (value: unknown): boolean => typeof value === 'string' && value !== '' && value.length <= longestRowId;
const isRow = (row: unknown): row is object => typeof row === 'object' && row !== null && !Array.isArray(row);

function rowFaults({ fields }: Group, row: unknown): AnswerFault[] {
  if (!isRow(row)) return at([], fault('not-possible'));
  return Object.entries(row).flatMap(([id, answer]) => {
    if (id === rowKey) return isRowId(answer) ? [] : at([id], fault('not-possible'));
    const column = fields.find((one) => one.id === id);
    return at([id], column ? simpleFault(column, answer) : fault('no-such-field'));
  });
}

/** The fault of one answer of a simple kind. */
export function simpleFault(rule: SimpleRule, answer: unknown): Found {
  switch (rule.kind) {
    case 'text':
      return textFault(rule, answer);
    case 'number':
      return numberFault(rule, answer);
    case 'date':
      return dateFault(rule, answer);
    case 'choice':
      return choiceFault(rule, answer);
  }
}

type Rule<Kind extends SimpleRule['kind']> = Extract<SimpleRule, { kind: Kind }>;

function textFault(rule: Rule<'text'>, answer: unknown): Found {
  if (typeof answer !== 'string' || answer.trim() === '') return fault('not-possible');
  const most = longestText(rule);
  if (answer.length > most) return fault('too-long', { most });
  return (rule.long ? paragraphShowsAsItIs : showsAsItIs)(answer) ? null : fault('hidden-characters');
}

function numberFault({ decimal, min, max }: Rule<'number'>, answer: unknown): Found {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return fault('not-a-number');
  if (!decimal && !Number.isSafeInteger(answer)) return fault('not-whole');
  if (min !== undefined && answer < min) return fault('too-small', { least: min });
  return max !== undefined && answer > max ? fault('too-big', { most: max }) : null;
}

function dateFault({ from, until }: Rule<'date'>, answer: unknown): Found {
  if (typeof answer !== 'string' || !isDay(answer)) return fault('no-such-day');
  if (from !== undefined && answer < from) return fault('too-early', { from });
  return until !== undefined && answer > until ? fault('too-late', { until }) : null;
}

function choiceFault({ options, several }: Rule<'choice'>, answer: unknown): Found {
  const chosen: unknown[] = several && Array.isArray(answer) ? answer : [answer];
  if (Array.isArray(answer) !== Boolean(several) || chosen.length === 0) return fault('not-possible');
  if (new Set(chosen).size < chosen.length) return fault('not-possible');
  return chosen.every((one) => options.some(({ id }) => id === one)) ? null : fault('no-such-option');
}

const fault = (reason: AnswerReason, numbers: AnswerFault['numbers'] = {}): NonNullable<Found> => ({ reason, numbers });

const at = (path: AnswerFault['path'], found: Found): AnswerFault[] => (found ? [{ path, ...found }] : []);

/**
 * The answers without those that have a fault: the part of a screen that can be stored. In a row, only the column at
 * fault is left out.
 */
export function withoutFaults(fields: readonly FieldRule[], answers: Readonly<Record<string, unknown>>): Answers {
  const kept = Object.entries(answers).flatMap(([id, answer]) => {
    const field = fields.find((one) => one.id === id);
    if (field?.kind === 'group' && Array.isArray(answer) && answer.length <= mostRows(field))
      return [[id, answer.filter(isRow).map((row) => columnsWithoutFaults(field, row))]];
    return answerFaults(fields, { [id]: answer }).length ? [] : [[id, answer]];
  });
  return Object.fromEntries(kept) as Answers;
}

const columnsWithoutFaults = (field: Group, row: object): object =>
  Object.fromEntries(
    Object.entries(row).filter(([id, answer]) => {
      if (id === rowKey) return isRowId(answer);
      const column = field.fields.find((one) => one.id === id);
      return column && !simpleFault(column, answer);
    }),
  );
