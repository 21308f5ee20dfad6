import { Injectable } from '@nestjs/common';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { Institution } from './institution.entity';
import { asRow, derived, foldedName, nameKeyOf, type Said } from './as-row';
import { candidatesFor, meantBy, standing } from './known-as';

export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
}

const batchSize = 500;

/**
 * Puts institutions of a file on the list. An institution that is on the list gains the values that it lacks and loses
 * none; importing the same file again changes nothing.
 */
@Injectable()
export class ImportInstitutions {
  constructor(private readonly transaction: Transaction) {}

  async run(all: AsyncIterable<Said>): Promise<ImportCounts> {
    const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0 };
    let batch: Said[] = [];
    const keep = async () => {
      const kept = await this.transaction.run((tx) => this.keep(tx, batch));
      for (const what of ['added', 'changed', 'unchanged'] as const) counts[what] += kept[what];
      batch = [];
    };
    for await (const said of all) if (batch.push(said) === batchSize) await keep();
    if (batch.length) await keep();
    return counts;
  }

  private async keep(tx: Tx, batch: readonly Said[]): Promise<ImportCounts> {
    const known = await candidatesFor(tx.manager, batch);
    const [added, changed] = [new Map<string, Institution>(), new Map<string, Institution>()];
    for (const said of batch) {
      const found = meantBy(said, known);
      const institution =
        found && (added.get(found.id) ?? changed.get(found.id) ?? (await standing(tx.manager, found)));
      if (!institution) {
        const row = asRow(said, { state: 'confirmed' });
        if (isTaken(row, known)) row.hostKey = null;
        added.set(row.id, row);
        known.push(row);
      } else if (gain(institution, said, known) && !added.has(institution.id)) changed.set(institution.id, institution);
    }
    await tx.insert(Institution, [...added.values()]);
    await tx.save(...changed.values());
    return { added: added.size, changed: changed.size, unchanged: batch.length - added.size - changed.size };
  }
}

/** Gives an institution the values that it lacks. Answers whether it gained any. */
function gain(institution: Institution, said: Said, known: readonly Institution[]): boolean {
  const before = JSON.stringify(institution);
  const { rorId = null, website = null, emailDomain = null, alsoCalled = [] } = said;
  const nameKey = nameKeyOf(institution.country, foldedName(said.name));
  const isOthers = known.some((other) => other.id !== institution.id && other.nameKey === nameKey);
  const whole = {
    ...institution,
    rorId: institution.rorId ?? rorId,
    // A proposal is a claim of one person; the file is the list's own word and replaces it. The proposed name stays
    // searchable.
    ...(institution.state === 'proposed'
      ? { name: isOthers ? institution.name : said.name, website: website ?? institution.website }
      : { website: institution.website ?? website }),
    emailDomain: institution.emailDomain ?? emailDomain,
    state: 'confirmed' as const,
  };
  Object.assign(institution, whole, derived(whole, [said.name, ...alsoCalled]));
  if (isTaken(institution, known)) institution.hostKey = null;
  return JSON.stringify(institution) !== before;
}

/** Whether another one has this website as its key. */
const isTaken = ({ id, hostKey }: Institution, known: readonly Institution[]): boolean =>
  hostKey !== null && known.some((other) => other.id !== id && other.hostKey === hostKey);
