import type { chooseGroup, InputOf, moveMember } from '@libretto/contracts';
import { type Actor, mayChooseGroup } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../places';
import { briefAsked } from '../work/briefs';
import { choiceUntil } from '../work/deadlines';
import { Participation } from '../work/participation';
import { Membership } from './membership';

/** Moves a participant between groups: by the coordinator, or by their own choice. */
@Injectable()
export class MoveMember {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly participation: Participation,
    private readonly enrolments: EnrolmentDirectory,
    private readonly membership: Membership,
  ) {}

  /**
   * Refusals: project-work.member-has-handed-in, project-work.in-another-group, project-work.group-full,
   * project-work.other-country.
   */
  async byHand({ params: { editionId, enrolmentId }, query, body }: InputOf<typeof moveMember>): Promise<void> {
    const [edition, enrolments] = await Promise.all([
      this.participation.edition(editionId),
      this.enrolments.byIds([enrolmentId]),
    ]);
    const enrolment = orNotFound(enrolments.get(enrolmentId));
    await this.transaction.run((tx) => this.membership.move(tx, briefAsked(edition, query), enrolment, body.groupId));
  }

  /**
   * Refusals: project-work.member-has-handed-in, project-work.in-another-group, project-work.group-full,
   * project-work.other-country, project-work.no-choice, project-work.choice-over.
   */
  async byChoice(actor: Actor, { params: { editionId }, query, body }: InputOf<typeof chooseGroup>): Promise<void> {
    const { edition, enrolment } = await this.participation.of(actor, editionId);
    const brief = briefAsked(edition, query);
    await this.transaction.run(async (tx) => {
      orRefuse(mayChooseGroup(choiceUntil(edition, brief), this.clock.now()));
      await this.membership.move(tx, brief, enrolment, body.groupId);
    });
  }
}
