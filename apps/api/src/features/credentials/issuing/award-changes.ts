import {
  type AwardRow,
  type InputOf,
  mostAwardsAtOnce,
  type readAwardChanges,
  type ReplyOf,
} from '@libretto/contracts';
import { type Actor, changeAward, type ChangingAward, type Issuing } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { reasonOf } from '../../../platform/refusals/refused';
import { AwardsRegister, type ListedAward } from './awards-register';

/** What a change would do to each of several awards. Whatever is done afterwards is decided anew by its command. */
@Injectable()
export class AwardChanges {
  constructor(private readonly register: AwardsRegister) {}

  async of(
    actor: Actor,
    { change, ...which }: InputOf<typeof readAwardChanges>['query'],
  ): Promise<ReplyOf<typeof readAwardChanges>> {
    const { listed, found } = await this.register.first(which, mostAwardsAtOnce);
    const items = listed.map((one) => ({
      row: one.row,
      whyNot: reasonOf(changeAward(change, changing(one, actor))),
    }));
    return { items, found };
  }
}

/** A listed award, as a change of this registrar looks at it. */
export const changing = (
  { row, accountId, approvedBy, namesSuspensions }: ListedAward,
  actor: Actor,
): ChangingAward => ({
  issuing: issuingOf(row),
  credential: row.credential && { state: row.credential.state, namesSuspensions },
  isOwn: accountId === actor.accountId,
  hasApproved: approvedBy.includes(actor.accountId),
});

/** A listed award, as a retry looks at it: once there is a credential, its fault is that of the documents. */
const issuingOf = ({ state, fault, waitsForConfirmation, credential }: AwardRow): Issuing => ({
  state,
  fault: credential ? null : fault,
  waitsForLearner: waitsForConfirmation,
  credential: credential && credential.state !== 'revoked' ? { fault } : null,
});
