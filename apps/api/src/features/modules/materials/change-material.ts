import type { changeMaterial, InputOf } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { lockMaterial } from '../material/lock-material';

@Injectable()
export class ChangeMaterial {
  constructor(private readonly transaction: Transaction) {}

  /** Says how long a material takes, whether it is required, and from when it is open. */
  async run({ params, body }: InputOf<typeof changeMaterial>): Promise<void> {
    await this.transaction.run(async (tx) => {
      await tx.save(Object.assign(await lockMaterial(tx, params), body));
    });
  }
}
