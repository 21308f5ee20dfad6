import { at, type AwardGrade, isText, isTexts } from './award-record';
import type { JsonObject } from '../platform/json';

/** Whether this is what it says; a record that others signed may hold anything. */
export const areGrades = (value: unknown): value is readonly AwardGrade[] => isList(value, isGrade);

const isList = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isItem);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) > 0;
const isShare = (value: unknown): boolean => isText(at(value, 'grade')) && isCount(at(value, 'people'));
const isGrade = (value: unknown): boolean => {
  const [distribution, late] = [at(value, 'distribution'), at(value, 'late')];
  return (
    isTexts(at(value, 'work')) &&
    isText(at(value, 'grade')) &&
    (late === undefined || (isText(at(late, 'given')) && isCount(at(late, 'taken')) && isCount(at(late, 'days')))) &&
    isList(at(value, 'scale', 'grades'), isText) &&
    isText(at(value, 'scale', 'passFrom')) &&
    (distribution === undefined || (isCount(at(distribution, 'people')) && isList(at(distribution, 'grades'), isShare)))
  );
};

/** Open Badges' description of each graded result: its allowed values from low to high, and the one that passes. */
export const gradeDescriptions = (grades: readonly AwardGrade[], achievement: string): JsonObject[] =>
  grades.map(({ work, scale }, index) => ({
    id: gradeIdOf(achievement, index),
    type: ['ResultDescription'],
    name: work.en,
    resultType: 'Result',
    allowedValue: scale.grades.toReversed(),
    requiredValue: scale.passFrom,
  }));

export const gradeResults = (grades: readonly AwardGrade[], achievement: string): JsonObject[] =>
  grades.map(({ grade }, index) => ({
    type: ['Result'],
    resultDescription: gradeIdOf(achievement, index),
    value: grade,
  }));

const gradeIdOf = (achievement: string, index: number): string => `${achievement}#grade-${index + 1}`;
