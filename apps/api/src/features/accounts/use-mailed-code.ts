import { refuse } from '@libretto/domain';
import type { Tx } from '../../platform/database/transaction';
import { Refused } from '../../platform/http/refused';
import { MailedCode } from './mailed-code.entity';
import { hashOfToken } from './tokens';

/** Uses up a code from a mail and answers whose it was. Refuses with `accounts.code-not-valid`. */
export async function useMailedCode(tx: Tx, purpose: MailedCode['purpose'], code: string, now: Date): Promise<string> {
  const [row] = await tx.lockAll(MailedCode, { codeHash: hashOfToken(code), purpose });
  if (!row || row.usedAt || row.expiresAt <= now) throw new Refused(refuse('accounts.code-not-valid'));
  row.usedAt = now;
  await tx.save(row);
  return row.accountId;
}
