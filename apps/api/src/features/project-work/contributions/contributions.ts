import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf, type Values } from '../../../platform/database/read-together';
import { Contribution, ContributionConfirmed } from './contribution.entity';

/** What a member said, and the enrolments of those who confirmed it. */
interface Said {
  readonly id: string;
  readonly words: string;
  readonly confirmedBy: readonly string[];
}

/** What the members of groups say that they contributed, by enrolment. */
@Injectable()
export class Contributions {
  constructor(private readonly database: Database) {}

  ofWork(workId: string): Promise<Map<string, Said>> {
    return this.such('groupId = (SELECT groupId FROM work WHERE id = :workId)', { workId });
  }

  ofGroup(groupId: string): Promise<Map<string, Said>> {
    return this.such('groupId = :groupId', { groupId });
  }

  private async such(where: string, values: Values): Promise<Map<string, Said>> {
    const [said, confirmed] = await Promise.all([
      this.database.rows(rowsOf(Contribution, `WHERE it.${where}`, values)),
      this.database.rows(
        rowsOf(
          ContributionConfirmed,
          `JOIN contribution said ON said.id = it.contributionId WHERE said.${where}`,
          values,
        ),
      ),
    ]);
    const by = Map.groupBy(confirmed, ({ contributionId }) => contributionId);
    return new Map(
      said.map(({ id, enrolmentId, words }) => [
        enrolmentId,
        { id, words, confirmedBy: (by.get(id) ?? []).map((one) => one.enrolmentId) },
      ]),
    );
  }
}
