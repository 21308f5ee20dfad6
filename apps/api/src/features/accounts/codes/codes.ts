import { createHmac } from 'node:crypto';
import { codeEnd, type CodePurpose, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import type { Tx } from '../../../platform/database/transaction';
import { Refused } from '../../../platform/refusals/refused';
import { CodeAskedFor } from '../accounts.events';
import { MailedCode, type SaidByApplicant } from './mailed-code.entity';
import { hashOfToken } from './tokens';

/**
 * The codes that prove an address: each works once, for a limited time, for one purpose, until a newer one is asked
 * for.
 */
@Injectable()
export class Codes {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a code for an address, voids the one before and has the new one mailed. It does the same work for a known
   * address and an unknown one.
   */
  async ask(tx: Tx, purpose: CodePurpose, email: string, said: SaidByApplicant | null = null): Promise<void> {
    const now = this.clock.now();
    const serial = newId();
    const code = {
      purpose,
      email,
      said,
      serial,
      codeHash: hashOfToken(this.codeOf(serial)),
      expiresAt: codeEnd(purpose, now),
    };
    let [row] = await tx.lockAll(MailedCode, { purpose, email });
    if (!row) {
      await tx.manager.delete(MailedCode, { expiresAt: LessThanOrEqual(now) });
      await tx.insertMissing(MailedCode, [{ id: newId(), ...code }]);
      [row] = await tx.lockAll(MailedCode, { purpose, email });
    }
    if (!row) throw new Error('a code that was stored is not there');
    await tx.save(Object.assign(row, code));
    await tx.publish(new CodeAskedFor(row.id, serial));
  }

  /** A code that works now. Refuses with `accounts.code-not-valid`. */
  async read(purposes: readonly CodePurpose[], code: string): Promise<MailedCode> {
    const where = { codeHash: hashOfToken(code), purpose: In([...purposes]), expiresAt: MoreThan(this.clock.now()) };
    return orNotValid(await this.database.read.findOneBy(MailedCode, where));
  }

  /** Uses a code up, and answers the address and the purpose that it proves. Refuses with `accounts.code-not-valid`. */
  async use(tx: Tx, purposes: readonly CodePurpose[], code: string): Promise<MailedCode> {
    const [row] = await tx.lockAll(MailedCode, { codeHash: hashOfToken(code), purpose: In([...purposes]) });
    const valid = orNotValid(row && row.expiresAt > this.clock.now() ? row : null);
    await tx.manager.delete(MailedCode, { id: valid.id });
    return valid;
  }

  /** Voids every code, or those of one purpose, that went to an address. */
  async void(tx: Tx, email: string, purpose?: CodePurpose): Promise<void> {
    await tx.manager.delete(MailedCode, { email, ...(purpose ? { purpose } : {}) });
  }

  /**
   * The code of one request. It is derived from the request, so that a repetition mails the same one; without the
   * secret nobody can make it.
   */
  codeOf(serial: string): string {
    return createHmac('sha256', this.config.secret).update(`mailed code ${serial}`).digest('base64url');
  }
}

function orNotValid<T>(row: T | null | undefined): T {
  if (!row) throw new Refused(refuse('accounts.code-not-valid'));
  return row;
}
