import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { SignIn } from './sign-in.entity';

@Injectable()
export class SignOutPerson {
  constructor(private readonly transaction: Transaction) {}

  /** Forgets one signed-in browser. */
  async run(signInId: string): Promise<void> {
    await this.transaction.run((tx) => tx.manager.delete(SignIn, { id: signInId }));
  }
}
