import { inject } from '@angular/core';
import type { MarkingTableView } from '@libretto/contracts';
import { workOutcomes } from '@libretto/domain';
import { inLanguage, injectSay, ReadingLanguage } from '../../../platform/language';
import { LevelWords } from '../level-words';
import type { ShownColumn } from './table-cells';

/** Makes the columns of a table in the reader's language; what is written is read in every language of the programme. */
export function injectColumns(): (view: MarkingTableView) => readonly ShownColumn[] {
  const [say, reading, words] = [injectSay(), inject(ReadingLanguage), inject(LevelWords)];
  const text = (kind: 'comment' | 'mustChange' | 'stays'): ShownColumn => ({
    kind,
    title: say(`project-work.mark.${kind}`),
    takes: say('project-work.table.takes-text'),
    wordOf: (value) => value,
  });
  return ({ rubric, grades, hasGrades }) => {
    const code = reading.code();
    const outcomes = Object.fromEntries(
      workOutcomes.map((outcome) => [outcome, [say(`project-work.outcome.${outcome}`)]]),
    ) as Record<(typeof workOutcomes)[number], string[]>;
    return [
      ...rubric.map((row): ShownColumn => {
        const titleOf = (level: (typeof row.levels)[number]) => words.titleOf(level);
        const wordOf = (id: string) => row.levels.filter((level) => level.id === id).map(titleOf)[0] ?? '';
        return {
          kind: 'level',
          row: row.id,
          title: inLanguage(row.title, code),
          levels: row.levels.map((level) => ({
            id: level.id,
            names: [titleOf(level), ...Object.values(level.title ?? {})],
            points: level.points,
          })),
          takes: row.levels
            .map((level) => (level.points === undefined ? titleOf(level) : `${titleOf(level)} (${level.points})`))
            .join(' · '),
          wordOf,
        };
      }),
      {
        kind: 'mark',
        title: say(hasGrades && grades.length ? 'project-work.table.mark-or-grade' : 'project-work.table.mark'),
        grades,
        names: outcomes,
        takes: grades.length
          ? say('project-work.table.takes-grades', { best: grades[0]?.grade, worst: grades.at(-1)?.grade })
          : say('project-work.table.takes-mark'),
        wordOf: (value) => workOutcomes.flatMap((outcome) => (outcome === value ? outcomes[outcome] : []))[0] ?? value,
      },
      text('comment'),
      text('mustChange'),
      text('stays'),
    ];
  };
}
