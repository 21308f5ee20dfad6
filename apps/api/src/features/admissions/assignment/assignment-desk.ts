import type { AssignmentView } from '@libretto/contracts';
import { type Actor, agree, assign, type Assigned, changeIn, movesBetween } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { orNotFound } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { Application, columnsOnList } from '../dossier/application.entity';
import { CommissionPanels } from '../dossier/commission-panel';
import { AssignmentRun } from './assignment-run.entity';
import { beingRead, readingStand, standing } from './reading-stand';

/** The most dossiers without enough readers that are named; further ones are only counted. */
const mostNamed = 50;

/** The members' loads in an edition, and the changes that a run would make. A fixed number of statements. */
@Injectable()
export class AssignmentDesk {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly people: PeopleDirectory,
    private readonly panels: CommissionPanels,
  ) {}

  async of({ accountId: reader }: Actor, editionId: string): Promise<AssignmentView> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const { read } = this.database;
    const applications = await read.find(Application, {
      select: columnsOnList,
      where: { editionId, state: In([...beingRead]) },
      order: { submittedAt: 'ASC', id: 'ASC' },
    });
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
      const why = lack ? { code: lack.why.refused, numbers: lack.why.numbers } : null;
      return [{ applicationId, name: nameOf.get(applicationId) ?? '', needed: readers, got, why }];
    });
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
      run: await this.lastRun(editionId),
      can: {
        assign: agree(changeIn(edition.state)) && added + moved + ended > 0,
        limit: agree(changeIn(edition.state)),
      },
    };
  }

  private async lastRun(editionId: string): Promise<AssignmentView['run']> {
    const [run] = await this.database.read.find(AssignmentRun, {
      where: { editionId },
      order: { number: 'DESC' },
      take: 1,
    });
    if (!run) return null;
    const by = (await this.people.byIds([run.byId])).get(run.byId)?.name ?? '';
    return { number: run.number, at: run.at.toISOString(), by, readBy: run.readBy };
  }
}
