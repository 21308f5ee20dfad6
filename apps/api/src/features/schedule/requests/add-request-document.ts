import type { addRequestDocument, InputOf } from '@libretto/contracts';
import { type Actor, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import type { ApiRequest } from '../../../platform/http/handles';
import { Refused } from '../../../platform/refusals/refused';
import type { AttendanceRequest } from './attendance-request.entity';
import { LockOwnRequest } from './lock-own-request';

@Injectable()
export class AddRequestDocument {
  constructor(
    private readonly transaction: Transaction,
    private readonly own: LockOwnRequest,
    private readonly files: FileStore,
  ) {}

  /** Puts a document to one's own open request, in the place of the one before. Refusals: schedule.request-answered, `uploadRefusals`. */
  async run(actor: Actor, { params }: InputOf<typeof addRequestDocument>, raw: ApiRequest): Promise<void> {
    // Checked before the upload, so that nobody waits for one that is refused.
    await this.transaction.run((tx) => this.openOne(tx, actor, params));
    const file = await this.files.receive(raw, 'attendance-request');
    const replaced = await this.files.orErase(file, () =>
      this.transaction.run(async (tx) => {
        const request = await this.openOne(tx, actor, params);
        const before = request.fileId;
        await this.files.keep(tx, file);
        await tx.save(Object.assign(request, { fileId: file.id }));
        if (before) await this.files.forget(tx, before);
        return before;
      }),
    );
    if (replaced) await this.files.erase(replaced);
  }

  private async openOne(
    tx: Tx,
    actor: Actor,
    at: { editionId: string; requestId: string },
  ): Promise<AttendanceRequest> {
    const request = await this.own.of(tx, actor, at);
    if (request.state !== 'open') throw new Refused(refuse('schedule.request-answered'));
    return request;
  }
}
