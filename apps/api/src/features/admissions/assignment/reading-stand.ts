import {
  type ApplicationState,
  type Assigned,
  type DossierToAssign,
  type MemberToAssign,
  quorumOf,
} from '@libretto/domain';
import type { EntityManager } from 'typeorm';
import { readTogether, rowsOf } from '../../../platform/database/read-together';
import type { ApplicationOnList } from '../dossier/application.entity';
import type { CommissionPanel } from '../dossier/commission-panel';
import { Declaration } from '../dossier/declaration.entity';
import { baseOn } from '../dossier/deliberation';
import { onThese, recordOf, recordRows } from '../dossier/deliberation-record';
import { Assignment } from './assignment.entity';
import { ReadingLimit } from './reading-limit.entity';

/** The states in which an application needs readers. A returned one comes back to the same readers. */
export const beingRead: readonly ApplicationState[] = ['submitted', 'under-review', 'returned', 'appealed'];

/** The facts that assignments are planned from. */
export interface ReadingStand {
  readonly dossiers: readonly DossierToAssign[];
  readonly members: readonly MemberToAssign[];
  /** The stored assignments, including those that a conflict has ended. */
  readonly before: readonly Assignment[];
}

/** The state of reading in an edition: one statement, independent of the number of dossiers. */
export async function readingStand(
  manager: EntityManager,
  editionId: string,
  panel: CommissionPanel,
  applications: readonly ApplicationOnList[],
): Promise<ReadingStand> {
  const applicationIds = applications.map(({ id }) => id);
  const onAppeal = applications.filter(({ round }) => round === 2);
  const { limits, before, ...rows } = await readTogether(manager, {
    ...recordRows(onAppeal.map(({ id }) => id)),
    declarations: rowsOf(Declaration, onThese, { applicationIds }),
    limits: rowsOf(ReadingLimit, 'WHERE it.editionId = :editionId', { editionId }),
    before: rowsOf(Assignment, onThese, { applicationIds }, { by: ['id'] }),
  });
  const { declarations } = rows;
  const { first } = recordOf(rows, onAppeal);
  return {
    dossiers: applications.map((application) => {
      const { members, chairId } = baseOn(application, panel, { declarations, first });
      const reads = new Set(members.map(({ accountId }) => accountId));
      return {
        applicationId: application.id,
        readers: quorumOf(members.length),
        chairId,
        // Members in conflict; on appeal also those who ruled first, if there are others.
        inConflict: new Set(panel.members.flatMap(({ accountId }) => (reads.has(accountId) ? [] : accountId))),
      };
    }),
    members: panel.members.map(({ accountId }) => ({
      accountId,
      limit: limits.find((limit) => limit.accountId === accountId)?.dossiers ?? null,
    })),
    before,
  };
}

/** The assignments that count: a conflict, or leaving the commission, ends one before any run takes it away. */
export function standing<One extends Assigned>({
  dossiers,
  members,
  before,
}: Pick<ReadingStand, 'dossiers' | 'members'> & { before: readonly One[] }): One[] {
  const conflicts = new Map(dossiers.map(({ applicationId, inConflict }) => [applicationId, inConflict]));
  const sitting = new Set(members.map(({ accountId }) => accountId));
  return before.filter(
    ({ applicationId, accountId }) => sitting.has(accountId) && conflicts.get(applicationId)?.has(accountId) === false,
  );
}
