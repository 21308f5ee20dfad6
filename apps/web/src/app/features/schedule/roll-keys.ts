import type { Roll } from '@libretto/contracts';
import { type AttendanceMark, attendanceMarks } from '@libretto/domain';

/** The keys of a roll: a letter for each mark, one for everybody else, and those that lead to a person. */
export interface RollKeys {
  readonly marks: Readonly<Record<AttendanceMark, string>>;
  readonly others: string;
  /** The keys that mean nothing else, in the order in which they stand before names. */
  readonly people: readonly string[];
}

const signs = [...'1234567890bcdfghijkmnqrstuvwxyzaeolp'];

export function rollKeys(letterOf: (of: AttendanceMark | 'others') => string): RollKeys {
  const others = letterOf('others').toLowerCase();
  const marks = Object.fromEntries(attendanceMarks.map((mark) => [mark, letterOf(mark).toLowerCase()]));
  const taken = new Set([others, ...Object.values(marks)]);
  return { marks: marks as RollKeys['marks'], others, people: signs.filter((sign) => !taken.has(sign)) };
}

/** Which key leads to whom: there are keys for so many people around the current one, in their order. */
export function keyedPeople(keys: readonly string[], ids: readonly string[], current?: string): Map<string, string> {
  const at = Math.max(0, current ? ids.indexOf(current) : 0);
  const first = at - (at % keys.length);
  return new Map(ids.slice(first, first + keys.length).map((id, n) => [id, keys[n] ?? '']));
}

type Person = Roll['people'][number];

/** Whoever was enrolled after the session began needs no mark. */
export const needsMark = ({ mark, isEarlier }: Person): boolean => mark === null && !isEarlier;

export const idsOf = (people: readonly Person[]): string[] => people.map(({ enrolmentId }) => enrolmentId);
