import { type Actor, commissionRoles } from '@libretto/domain';
import { AnswersFor, type AnswersForPart, type Place } from '../../../platform/http/answers-for';
import { Recusals } from '../dossier/recusals';

/**
 * An application and everything in it do not exist for a member in conflict, even on routes that are not for members at
 * all.
 */
@AnswersFor('applicationId')
export class ApplicationsInConflict implements AnswersForPart {
  constructor(private readonly recusals: Recusals) {}

  async isThere({ applicationId = '', editionId = '' }: Place, actor: Actor): Promise<boolean> {
    const sits = actor.editions.some(
      (held) => held.editionId === editionId && commissionRoles.some((role) => role === held.role),
    );
    return !sits || !(await this.recusals.of(actor.accountId, editionId)).has(applicationId);
  }
}
