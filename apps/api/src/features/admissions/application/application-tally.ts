import { appealableOutcomes, type ApplicationState, awaitsRuling } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { cellsOf } from '../../../platform/database/read-together';
import type { EditionCard } from '../../editions';
import { appealEndOf } from '../appeal/appeal-window';
import { Recusals } from '../dossier/recusals';
import { Ruling } from '../dossier/ruling.entity';
import { Application } from '../dossier/application.entity';

/**
 * Counts the applications of an edition by state, for coordinators and registrars; without those that the reader must
 * not learn of.
 */
@Injectable()
export class ApplicationTally {
  constructor(
    private readonly database: Database,
    private readonly recusals: Recusals,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts all applications of an edition, without regard to conflicts: for rules, which show nobody the number. A
   * ruling that can still be appealed counts as undecided. Two statements.
   */
  async judged(edition: EditionCard): Promise<{ submitted: number; undecided: number }> {
    const { read } = this.database;
    const applications = await read.find(Application, {
      select: { id: true, state: true, version: true },
      where: { editionId: edition.id, version: MoreThan(0) },
    });
    const rulings = await read
      .createQueryBuilder(Ruling, 'ruling')
      .innerJoin(
        Application,
        'application',
        'application.id = ruling.applicationId AND application.editionId = :editionId AND application.state = :state',
        { editionId: edition.id, state: 'ruled' },
      )
      .where({ number: 1, outcome: In([...appealableOutcomes]) })
      .getMany();
    const now = this.clock.now();
    const appealable = rulings.filter(({ at }) => now <= appealEndOf(edition, at));
    const undecided = applications.filter(({ state }) => awaitsRuling(state) || state === 'appealed');
    return { submitted: applications.length, undecided: undecided.length + appealable.length };
  }

  /** The states that occur, with their number. */
  async byState(accountId: string, editionId: string): Promise<{ state: ApplicationState; applications: number }[]> {
    const closed = [...(await this.recusals.of(accountId, editionId))];
    const rows = await this.database.rows(
      cellsOf(
        { state: 'state', applications: 'COUNT(*)' },
        `FROM application WHERE editionId = :editionId ${closed.length ? 'AND id NOT IN (:...closed)' : ''} GROUP BY state`,
        { editionId, closed },
      ),
    );
    return rows.map(({ state, applications }) => ({
      state: state as ApplicationState,
      applications: Number(applications),
    }));
  }
}
