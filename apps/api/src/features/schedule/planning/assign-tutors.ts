import type { assignTutors, InputOf } from '@libretto/contracts';
import { refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, Refused } from '../../../platform/refusals/refused';
import { RoleRegister } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { Session } from '../timetable/session.entity';
import { SessionTutor } from '../timetable/session-tutor.entity';

@Injectable()
export class AssignTutors {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly roles: RoleRegister,
  ) {}

  /** These tutors and no others. Refusals: schedule.no-such-tutor. */
  async run({ params, body }: InputOf<typeof assignTutors>): Promise<void> {
    const { editionId, sessionId } = params;
    const wanted = [...new Set(body.tutorIds)];
    await this.transaction.run(async (tx) => {
      await this.editions.holdRoles(tx, editionId);
      const session = await tx.lock(Session, sessionId);
      if (session.editionId !== editionId) throw notFound();
      const tutors = await this.roles.holders(editionId, ['tutor']);
      const isTutor = (id: string) => tutors.some(({ accountId }) => accountId === id);
      if (!wanted.every(isTutor)) throw new Refused(refuse('schedule.no-such-tutor'));
      await tx.manager.delete(SessionTutor, { sessionId });
      await tx.insert(
        SessionTutor,
        wanted.map((accountId) => ({ id: newId(), sessionId, accountId })),
      );
    });
  }
}
