import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { Arrival } from './arrival.entity';

/** The check-ins of a person, for that person. */
@Injectable()
export class CheckInPersonalData {
  constructor(private readonly database: Database) {}

  async about(enrolmentIds: readonly string[]) {
    const arrivals = await this.database.rows(
      rowsOf(
        Arrival,
        'JOIN session ON session.id = it.sessionId WHERE it.enrolmentId IN (:...enrolmentIds)',
        { enrolmentIds },
        {
          columns: ['device', 'scannedAt', 'arrivedAt', 'wasNear'],
          beside: { session: 'session.title' },
          by: ['arrivedAt'],
        },
      ),
    );
    return arrivals.map(({ session, scannedAt, arrivedAt, device, wasNear }) => ({
      session,
      scannedAt,
      arrivedAt,
      device,
      wasNear,
    }));
  }
}
