import type { Actor, WorkFact, WorkOutcome } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { EditionDirectory } from '../../editions';
import { isHiddenFrom } from '../anonymity/masks';
import { Work } from '../work/work.entity';

/** The results of people's project work, as far as they may know: nothing of a result before its release. */
@Injectable()
export class ResultQueries {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
  ) {}

  /**
   * The work that counts for each of these enrolments for each brief: the newest, or one that they passed, of those that
   * the reader may know to be theirs. One statement, independent of their number.
   */
  async of(
    enrolmentIds: readonly string[],
    reader: Actor | null = null,
  ): Promise<Map<string, ReadonlyMap<string, WorkFact>>> {
    const works = await this.database.rows(
      rowsOf(
        Work,
        'JOIN group_member member ON member.groupId = it.groupId WHERE member.enrolmentId IN (:...enrolmentIds)',
        { enrolmentIds },
        {
          columns: ['id', 'editionId', 'briefId', 'attempt', 'state', 'outcome', 'releasedAt'],
          beside: {
            enrolmentId: 'member.enrolmentId',
            own: `(SELECT outcome FROM result_individual own
              WHERE own.workId = it.id AND own.enrolmentId = member.enrolmentId)`,
          },
          by: ['attempt'],
        },
      ),
    );
    const editions = reader ? await this.editions.byIds(works.map(({ editionId }) => editionId)) : null;
    const isShown = (work: Pick<Work, 'editionId' | 'briefId' | 'releasedAt'>) => {
      const edition = editions?.get(work.editionId);
      return !(reader && edition && isHiddenFrom(reader, edition, work));
    };
    const byEnrolment = Map.groupBy(works.filter(isShown), ({ enrolmentId }) => String(enrolmentId));
    return new Map([...byEnrolment].map(([enrolmentId, own]) => [enrolmentId, factsOf(own)]));
  }
}

type OwnWork = Pick<Work, 'id' | 'briefId' | 'attempt' | 'state' | 'outcome'> & { readonly own: unknown };

/** By brief, of somebody's works by attempt. A pass stays one: an appeal may turn an attempt into it when the next has begun. */
function factsOf(works: readonly OwnWork[]): ReadonlyMap<string, WorkFact> {
  const facts = new Map<string, WorkFact>();
  for (const { briefId, own, id, attempt, state, outcome } of works) {
    const result = state === 'released' ? ((own as WorkOutcome | null) ?? outcome) : null;
    if (facts.get(briefId)?.result !== 'passed') facts.set(briefId, { workId: id, attempt, result });
  }
  return facts;
}
