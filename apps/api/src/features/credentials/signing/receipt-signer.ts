import { type Receipt, signReceipt } from '@libretto/credentials';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config';
import { addresses } from '../award/addresses';
import { KeyRing } from './key-ring';

/** Signs receipts with the key that signs credentials: whoever verifies one of them knows where to find it. */
@Injectable()
export class ReceiptSigner {
  constructor(
    private readonly config: Config,
    private readonly keys: KeyRing,
  ) {}

  /** `name` is what the issuer calls itself. */
  async sign(receipt: Receipt, name: string): Promise<string> {
    return signReceipt(receipt, { id: addresses(this.config).did, name }, await this.keys.signer());
  }
}
