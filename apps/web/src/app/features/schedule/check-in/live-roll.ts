import { inject, linkedSignal } from '@angular/core';
import { followRoll, readRollChanges, type RollChanges } from '@libretto/contracts';
import { isSame } from '@libretto/domain';
import { Api, askWhenTold } from '../../../platform/api';

interface OfRoll {
  readonly editionId: string;
  readonly sessionId: string;
}
type Mark = RollChanges['marks'][number];

interface News {
  /** The newest answer; none yet. */
  readonly last?: RollChanges;
  /** The marks that were given since the page was opened, by the ids of the enrolments. */
  readonly marks: ReadonlyMap<string, Mark>;
}

const always = '1970-01-01T00:00:00.000Z';

/** What is new on a roll since it was read, as it happens. */
export class LiveRoll {
  private readonly api = inject(Api);
  private readonly news;

  /** `onMarks` is told whose marks came anew. */
  constructor(of: () => OfRoll, onMarks: (enrolmentIds: readonly string[]) => void) {
    this.news = linkedSignal<OfRoll, News>({ source: of, computation: () => ({ marks: new Map() }) });
    askWhenTold(
      followRoll,
      () => ({ params: of() }),
      async () => {
        const { last, marks } = this.news();
        const query = last ? { since: last.until ?? always } : {};
        const answer = await this.api.send(readRollChanges, { params: of(), query });
        const changed = answer.marks.filter((mark) => !isSame(mark, marks.get(mark.enrolmentId)));
        const all = new Map([...marks, ...changed.map((mark) => [mark.enrolmentId, mark] as const)]);
        this.news.set({ last: answer, marks: changed.length ? all : marks });
        if (changed.length) onMarks(changed.map(({ enrolmentId }) => enrolmentId));
      },
    );
  }

  /** Whose marks came. */
  marked(): string[] {
    return [...this.news().marks.keys()];
  }

  markOf(enrolmentId: string): Mark | undefined {
    return this.news().marks.get(enrolmentId);
  }

  /** What a tutor should look at in somebody's check-in. */
  noteOn(enrolmentId: string): RollChanges['notes'][number] | undefined {
    return this.news().last?.notes.find((note) => note.enrolmentId === enrolmentId);
  }
}
