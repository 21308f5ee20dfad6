import type { AssignmentView } from '@libretto/contracts';
import { type Actor, agree, assign, type Assigned, changeIn, movesBetween } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { orNotFound, reasonOf } from '../../../platform/refusals/refused';
import { peopleRows } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { Application, onList } from '../dossier/application.entity';
import { CommissionPanels } from '../dossier/commission-panel';
import { lastRunRows } from './assigned-reading';
import { beingRead, readingStand, standing } from './reading-stand';

/** The most dossiers without enough readers that are named; further ones are only counted. */
const mostNamed = 50;

/** The members' loads in an edition, and the changes that a run would make. A fixed number of statements. */
@Injectable()
export class AssignmentDesk {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly panels: CommissionPanels,
  ) {}

  async of({ accountId: reader }: Actor, editionId: string): Promise<AssignmentView> {
    const { read } = this.database;
    const [card, { applications, runs, people }] = await Promise.all([
      this.editions.byId(editionId),
      this.database.together({
        applications: rowsOf(
          Application,
          'WHERE it.editionId = :editionId AND it.state IN (:...beingRead)',
          { editionId, beingRead },
          { columns: onList, by: ['submittedAt', 'id'] },
        ),
        runs: lastRunRows(editionId),
        people: peopleRows('SELECT byId AS id FROM assignment_run WHERE editionId = :editionId', { editionId }),
      }),
    ]);
    const edition = orNotFound(card);
    const panel = await this.panels.of(
      editionId,
      applications.map(({ accountId }) => accountId),
    );
    const stand = await readingStand(read, editionId, panel, applications);
    // A dossier does not exist for a coordinator in conflict with its applicant: not in a count, a load or a plan.
    const shown = stand.dossiers.filter(({ inConflict }) => !inConflict.has(reader));
    const shownIds = new Set(shown.map(({ applicationId }) => applicationId));
    const before = stand.before.filter(({ applicationId }) => shownIds.has(applicationId));
    const planned = assign(shown, stand.members, before);
    const now = standing({ ...stand, before });
    const then = planned.assigned;
    const { added, moved, ended, kept } = movesBetween(before, then);
    const by = (list: readonly Assigned[], id: string) => list.filter(({ accountId }) => accountId === id).length;
    const nameOf = new Map(applications.map(({ id, accountId }) => [id, panel.nameOf(accountId)]));
    const lacking = shown.flatMap(({ applicationId, readers }) => {
      const got = now.filter((one) => one.applicationId === applicationId).length;
      const lack = planned.lacking.find((one) => one.applicationId === applicationId);
      if (got >= readers && !lack) return [];
      const why = reasonOf(lack?.why);
      return [{ applicationId, name: nameOf.get(applicationId) ?? '', needed: readers, got, why }];
    });
    const [run] = runs;
    const ranBy = people.find(({ id }) => id === run?.byId)?.name ?? '';
    return {
      editionId,
      edition: edition.name,
      programme: edition.definition.title,
      dossiers: shown.length,
      members: stand.members.map(({ accountId, limit }) => ({
        accountId,
        name: panel.nameOf(accountId),
        role: panel.members.find((member) => member.accountId === accountId)?.role ?? 'member',
        limit,
        chairs: shown.filter(({ chairId }) => chairId === accountId).length,
        load: by(now, accountId),
        loadThen: by(then, accountId),
      })),
      lacking: lacking.sort((one, other) => Number(other.why !== null) - Number(one.why !== null)).slice(0, mostNamed),
      lackingInAll: lacking.length,
      moves: { added, moved, ended, kept },
      run: run ? { number: run.number, at: run.at.toISOString(), by: ranBy, readBy: run.readBy } : null,
      can: {
        assign: agree(changeIn(edition.state)) && added + moved + ended > 0,
        limit: agree(changeIn(edition.state)),
      },
    };
  }
}
