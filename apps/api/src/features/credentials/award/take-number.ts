import { registerNumber, schemeOfYear } from '@libretto/domain';
import { newId } from '../../../platform/database/new-id';
import type { Tx } from '../../../platform/database/transaction';
import { AwardRegister } from './award-register.entity';

/** The next number of a register in a year. An award that is not made in this transaction takes none: there are no gaps. */
export async function takeNumber(tx: Tx, register: string, year: number): Promise<string> {
  const scheme = schemeOfYear(register, year);
  await tx.insertMissing(AwardRegister, [{ id: newId(), scheme, last: 0 }]);
  const [row] = await tx.lockAll(AwardRegister, { scheme });
  if (!row) throw new Error(`The register ${scheme} is not there.`);
  row.last += 1;
  await tx.save(row);
  return registerNumber(scheme, row.last);
}
