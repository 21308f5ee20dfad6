import type { TimerView } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { TimedDay } from './timed-day.entity';
import { WorkTimer } from './work-timer.entity';

/** A person’s own timer. */
@Injectable()
export class OwnTimer {
  constructor(private readonly database: Database) {}

  /** One statement. */
  async read({ accountId }: Actor): Promise<TimerView> {
    const inEdition = 'JOIN enrolment ON enrolment.id = it.enrolmentId WHERE enrolment.accountId = :accountId';
    const beside = { editionId: 'enrolment.editionId' };
    const { running, measured } = await this.database.together({
      running: rowsOf(WorkTimer, inEdition, { accountId }, { beside }),
      measured: rowsOf(TimedDay, inEdition, { accountId }, { beside, by: ['day', 'id'] }),
    });
    const [timer] = running.map(({ id, editionId, moduleNumber, kind, startedAt }) => ({
      ...{ id, editionId: String(editionId), moduleNumber, kind },
      startedAt: startedAt.toISOString(),
    }));
    return {
      running: timer ?? null,
      measured: measured.map(({ id, editionId, moduleNumber, kind, day, minutes, isCut }) => ({
        ...{ id, editionId: String(editionId), moduleNumber, kind },
        ...{ day, minutes, isCut },
      })),
    };
  }
}
