import type { InputOf, withdrawAttendanceRequest } from '@libretto/contracts';
import { type Actor, become, requestProcess } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import { orRefuse } from '../../../platform/refusals/refused';
import { LockOwnRequest } from './lock-own-request';

/** A participant withdraws their own request; its document is deleted with it. */
@Injectable()
export class WithdrawRequest {
  constructor(
    private readonly transaction: Transaction,
    private readonly own: LockOwnRequest,
    private readonly files: FileStore,
  ) {}

  /** Refusals: schedule.request-answered. */
  async run(actor: Actor, { params }: InputOf<typeof withdrawAttendanceRequest>): Promise<void> {
    const fileId = await this.transaction.run(async (tx) => {
      const request = await this.own.of(tx, actor, params);
      const file = request.fileId;
      const state = orRefuse(become(requestProcess, request.state, 'withdrawn', 'schedule.request-answered'));
      await tx.save(Object.assign(request, { state, openKey: null, fileId: null }));
      if (file) await this.files.forget(tx, file);
      return file;
    });
    if (fileId) await this.files.erase(fileId);
  }
}
