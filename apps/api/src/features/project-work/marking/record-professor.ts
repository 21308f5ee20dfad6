import { type Actor, recordProfessor, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { countOf } from '../../../platform/database/read-together';
import { Transaction } from '../../../platform/database/transaction';
import { orRefuse, Refused } from '../../../platform/refusals/refused';
import { RoleRegister } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { MarkingProfessor } from './marking-professor.entity';

/** Records of which university of the programme a marker is a professor: a fact about them in this edition. */
@Injectable()
export class RecordProfessor {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly roles: RoleRegister,
  ) {}

  /** Refusals: project-work.not-a-marker, project-work.not-a-university, project-work.has-graded. */
  async run(
    actor: Actor,
    { editionId, accountId }: { editionId: string; accountId: string },
    said: string | null,
  ): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { definition } = await this.editions.lock(tx, editionId);
      const [tutors, before] = await Promise.all([
        this.roles.holders(editionId, ['tutor']),
        tx.manager.findOneBy(MarkingProfessor, { editionId, accountId }),
      ]);
      if (!tutors.some((tutor) => tutor.accountId === accountId))
        throw new Refused(refuse('project-work.not-a-marker', { people: 1 }));
      const university = orRefuse(recordProfessor([...definition.awardingBodies, ...definition.partners], said));
      if (university === (before?.university ?? null)) return;
      // The grades of a professor rest on what they were then.
      const [graded = 0] = before ? await this.database.rows(gradesBy(before.id)) : [];
      if (graded) throw new Refused(refuse('project-work.has-graded'));
      if (before) await tx.manager.delete(MarkingProfessor, { id: before.id });
      if (university)
        await tx.insert(MarkingProfessor, {
          id: newId(),
          editionId,
          accountId,
          university,
          setBy: actor.accountId,
          at: this.clock.now(),
        });
    });
  }
}

const tables = ['marking', 'marking_proposal', 'marking_second_look', 'result_individual'];

const gradesBy = (professorId: string) =>
  countOf(
    `FROM (${tables.map((table) => `SELECT id FROM ${table} WHERE professorId = :professorId`).join(' UNION ALL ')}) graded`,
    { professorId },
  );
