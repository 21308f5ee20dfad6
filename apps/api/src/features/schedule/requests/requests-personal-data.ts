import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { AttendanceRequest } from './attendance-request.entity';
import { withFile } from './request-rows';

/** What a participant asked about their attendance, with the answers and their documents. */
@Injectable()
export class RequestsPersonalData {
  constructor(private readonly database: Database) {}

  /** One statement. */
  async about(enrolmentIds: readonly string[]) {
    const requests = await this.database.rows(
      rowsOf(
        AttendanceRequest,
        `JOIN session ON session.id = it.sessionId ${withFile}
         WHERE it.enrolmentId IN (:...enrolmentIds)`,
        { enrolmentIds },
        { beside: { session: 'session.title', fileName: 'file.name' }, by: ['id'] },
      ),
    );
    return {
      requests: requests.map(
        ({ session, kind, state, reason, words, from, claim, minutesLate, askedAt, answer, answeredAt }) => ({
          ...{ session, kind, state, reason, words, from, claim, minutesLate, askedAt, answer, answeredAt },
        }),
      ),
      files: requests.flatMap(({ id, fileId, fileName }) =>
        fileId === null ? [] : [{ id: fileId, path: `${id}/${String(fileName)}` }],
      ),
    };
  }
}
