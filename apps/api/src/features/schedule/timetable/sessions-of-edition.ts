import type { listSessions, ReplyOf } from '@libretto/contracts';
import { type Actor, agree, changeIn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { orNotFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { mayPlanSessions, mayTakeRoll } from '../schedule.policy';
import { Timetable } from './timetable';

@Injectable()
export class SessionsOfEdition {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly timetable: Timetable,
  ) {}

  /** All sessions, and this reader's permissions on each. */
  async read(actor: Actor, editionId: string): Promise<ReplyOf<typeof listSessions>> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const changes = agree(changeIn(edition.state));
    return {
      sessions: await this.timetable.of(edition),
      can: {
        plan: changes && mayPlanSessions(actor, { editionId }),
        takeRolls: changes && mayTakeRoll(actor, { editionId }),
      },
    };
  }
}
