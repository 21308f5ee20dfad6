import { readReceipt } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../platform/files/file-store';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { ReceiptOfVersion } from './receipt-of-version';
import { mayAskForReceipts } from './receipts.policy';

@Controller()
export class ReceiptsController {
  constructor(
    private readonly receipts: ReceiptOfVersion,
    private readonly files: FileStore,
  ) {}

  @Handles(readReceipt, mayAskForReceipts)
  async receipt({ actor, params }: RequestOf<typeof readReceipt>, reply: FastifyReply) {
    await this.files.sendPdf(reply, await this.receipts.print(actor, params));
  }
}
