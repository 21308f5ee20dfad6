import type { ContributionsView } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orNotFound } from '../../../platform/refusals/refused';
import { GroupRoll } from '../work/group-roll';
import { ProjectGroup } from '../work/project-group.entity';
import { Contribution, ContributionConfirmed } from './contribution.entity';
import { Contributions } from './contributions';

interface OfGroup {
  readonly editionId: string;
  readonly groupId: string;
}

/** Each member says what they contributed; the others confirm it. New words are confirmed anew. */
@Injectable()
export class SayContribution {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly roll: GroupRoll,
    private readonly said: Contributions,
  ) {}

  async of(actor: Actor, params: OfGroup): Promise<ContributionsView> {
    const [{ members, me }, said] = await Promise.all([
      this.membership(actor, params),
      this.said.ofGroup(params.groupId),
    ]);
    return {
      members: members.map(({ enrolmentId, name }) => {
        const own = said.get(enrolmentId);
        return {
          enrolmentId,
          name,
          words: own?.words ?? null,
          confirmed: own?.confirmedBy.length ?? 0,
          others: members.length - 1,
          isMe: enrolmentId === me,
          can: { confirm: own !== undefined && enrolmentId !== me && !own.confirmedBy.includes(me) },
        };
      }),
    };
  }

  async say(actor: Actor, params: OfGroup, words: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      await tx.lock(ProjectGroup, params.groupId);
      const { me } = await this.membership(actor, params);
      const before = (await this.said.ofGroup(params.groupId)).get(me);
      if (before?.words === words) return;
      if (before) await tx.manager.delete(ContributionConfirmed, { contributionId: before.id });
      await tx.put(Contribution, ['groupId', 'enrolmentId'], {
        id: before?.id ?? newId(),
        groupId: params.groupId,
        enrolmentId: me,
        words,
        at: this.clock.now(),
      });
    });
  }

  async confirm(actor: Actor, { enrolmentId, ...params }: OfGroup & { enrolmentId: string }): Promise<void> {
    await this.transaction.run(async (tx) => {
      await tx.lock(ProjectGroup, params.groupId);
      const { me } = await this.membership(actor, params);
      const { id: contributionId } = orNotFound((await this.said.ofGroup(params.groupId)).get(enrolmentId));
      if (enrolmentId === me) throw notFound();
      await tx.insertOnce(ContributionConfirmed, {
        id: newId(),
        contributionId,
        enrolmentId: me,
        at: this.clock.now(),
      });
    });
  }

  /** The members of a group of this edition, and which of them the actor is; not found for anybody else. */
  private async membership({ accountId }: Actor, { editionId, groupId }: OfGroup) {
    const groups = await this.roll.membersOf('it.groupId = :groupId AND enrolment.editionId = :editionId', {
      groupId,
      editionId,
    });
    const members = groups.get(groupId) ?? [];
    const own = orNotFound(members.find((member) => member.accountId === accountId));
    return { members, me: own.enrolmentId };
  }
}
