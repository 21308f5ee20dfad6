import { In } from 'typeorm';
import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { AccountLeaves, RoleRevoked } from '../../accounts';
import { Session } from '../timetable/session.entity';
import { SessionTutor } from '../timetable/session-tutor.entity';

/** Whoever is no longer a tutor of an edition is assigned to none of its sessions. */
@ReactsTo(RoleRevoked)
export class UnassignTutor implements Reaction<RoleRevoked> {
  async react({ accountId, editionId, role }: RoleRevoked, tx: Tx): Promise<void> {
    if (role !== 'tutor') return;
    const sessions = await tx.manager.find(Session, { select: { id: true }, where: { editionId } });
    await tx.manager.delete(SessionTutor, { accountId, sessionId: In(sessions.map(({ id }) => id)) });
  }
}

/** Somebody deletes their account: they are assigned to no session of any edition. */
@ReactsTo(AccountLeaves)
export class UnassignLeaver implements Reaction<AccountLeaves> {
  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    await tx.manager.delete(SessionTutor, { accountId });
  }
}
