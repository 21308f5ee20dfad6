import { inject, Injectable, Pipe, type PipeTransform } from '@angular/core';
import type { RubricRow } from '@libretto/contracts';
import type { UsualLevel } from '@libretto/domain';
import { injectSay, inLanguage, ReadingLanguage } from '../../platform/language';

type Level = RubricRow['levels'][number];

/** What a level of a rubric is called: by the programme, or by us where it has the usual ones. */
@Injectable({ providedIn: 'root' })
export class LevelWords {
  private readonly reading = inject(ReadingLanguage);
  private readonly say = injectSay();

  titleOf({ id, title }: Level): string {
    return title ? inLanguage(title, this.reading.code()) : this.say(`project-work.level.${id as UsualLevel}`);
  }

  of(rubric: readonly RubricRow[], row: string, level: string): string {
    const found = rubric.find(({ id }) => id === row)?.levels.find(({ id }) => id === level);
    return found ? this.titleOf(found) : level;
  }
}

/** A level's title in the reader's language. */
@Pipe({ name: 'level', pure: false })
export class LevelPipe implements PipeTransform {
  private readonly words = inject(LevelWords);

  transform(level: Level): string {
    return this.words.titleOf(level);
  }
}
