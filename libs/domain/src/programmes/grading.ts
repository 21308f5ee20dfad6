import { draftedBriefs, draftedRubrics } from './briefs';
import { repeatedIds } from './coherence';
import type { ProgrammeDraft } from './draft';
import { type Fault, faultAt } from './fault';

/** Only professors of a university that awards or is a partner give grades: a brief with grades needs one. */
export function gradesHaveAUniversity({ projectWork, awardingBodies, partners }: ProgrammeDraft): Fault[] {
  if (!awardingBodies || !partners) return [];
  if ([...awardingBodies, ...partners].some((body) => body?.university)) return [];
  return draftedBriefs(projectWork).flatMap(({ grades, path }) =>
    grades ? [faultAt([...path, 'grades'], 'programmes.grades-without-university')] : [],
  );
}

/** No two levels of a row have the same id, nor two grades of a scale the same name. */
export function levelsAndGradesAreUnique({ projectWork }: ProgrammeDraft): Fault[] {
  const briefs = draftedBriefs(projectWork);
  const rows = briefs
    .flatMap(draftedRubrics)
    .flatMap(({ rows: all, path }) => (all ?? []).map((row, at) => ({ row, path: [...path, at, 'levels'] })));
  return [
    ...rows.flatMap(({ row, path }) =>
      repeatedIds((row?.levels ?? []).map((level, on) => ({ id: level?.id, path: [...path, on, 'id'] }))),
    ),
    ...briefs.flatMap(({ grades, path }) =>
      repeatedIds(
        (grades?.grades ?? []).map((one, at) => ({
          id: one?.grade?.toLowerCase(),
          path: [...path, 'grades', 'grades', at, 'grade'],
        })),
      ),
    ),
  ];
}

/** The grades of an own scale come from the best to the worst: none that passes stands below one that does not. */
export function passingGradesComeFirst({ projectWork }: ProgrammeDraft): Fault[] {
  return draftedBriefs(projectWork).flatMap(({ grades, path }) => {
    const steps = grades?.grades ?? [];
    const at = steps.findIndex((one, on) => one?.passes && steps.slice(0, on).some((above) => above?.passes === false));
    const grade = steps[at]?.grade;
    return grade === undefined
      ? []
      : [faultAt([...path, 'grades', 'grades', at], 'programmes.passing-below-failing', { grade })];
  });
}

/** Points can be taken away from a grade that is a number of them: other briefs refuse late works, or mark them as late. */
export function deductionsHavePoints({ projectWork }: ProgrammeDraft): Fault[] {
  return draftedBriefs(projectWork).flatMap(({ late, grades, markerIsProfessor, path }) => {
    if (typeof late !== 'object') return [];
    const at = [...path, 'late'];
    const { deduct = 0, most } = late;
    const scale = grades?.scale;
    return [
      ...(grades || markerIsProfessor ? [] : [faultAt(at, 'programmes.deduction-without-grades')]),
      ...(scale === 'ects' || scale === 'own' ? [faultAt(at, 'programmes.deduction-without-points', { scale })] : []),
      ...(most !== undefined && deduct > most ? [faultAt(at, 'programmes.deduction-crossed', { deduct, most })] : []),
    ];
  });
}
