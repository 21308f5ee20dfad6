import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../places';
import { AttendanceRequest } from './attendance-request.entity';

@Injectable()
export class LockOwnRequest {
  constructor(private readonly enrolments: EnrolmentDirectory) {}

  /** The actor's own request, locked; those of others do not exist for them. */
  async of(
    tx: Tx,
    { accountId }: Actor,
    { editionId, requestId }: { editionId: string; requestId: string },
  ): Promise<AttendanceRequest> {
    const request = await tx.lock(AttendanceRequest, requestId);
    const own = await this.enrolments.of(editionId, accountId);
    if (request.enrolmentId !== own?.id) throw notFound();
    return request;
  }
}
