import { isDeepStrictEqual } from 'node:util';
import type { ProgrammeDefinition } from '@libretto/contracts';
import { refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { isUniqueViolation } from '../../platform/database/errors';
import { newId } from '../../platform/database/new-id';
import { Transaction, type Tx } from '../../platform/database/transaction';
import { Refused } from '../../platform/refusals/refused';
import { ProgrammeChecker } from './programme-checker';
import { keepPictures } from './programme-pictures';
import { Programme } from './programme.entity';
import { ProgrammeVersion } from './programme-version.entity';

interface Published {
  id: string;
  slug: string;
  version: number;
}

/** Publishes a programme file: a new programme, or the next version of the one with its slug. */
@Injectable()
export class PublishProgramme {
  constructor(
    private readonly checker: ProgrammeChecker,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Refusals: programmes.faulty-file, programmes.unknown-picture, programmes.unchanged. */
  async run(text: string): Promise<Published> {
    const checked = await this.checker.check(text);
    if ('faults' in checked) throw new Refused(refuse('programmes.faulty-file', { faults: checked.faults.length }));
    const publish = () => this.transaction.run((tx) => publishVersion(tx, checked.definition, this.clock.now()));
    try {
      return await publish();
    } catch (error) {
      // Somebody published the first version of the same slug at the same moment: this one is the next.
      if (isUniqueViolation(error)) return publish();
      throw error;
    }
  }
}

/** Makes the next version of the programme with this slug, or its first. Refusals: programmes.unknown-picture, programmes.unchanged. */
export async function publishVersion(tx: Tx, written: ProgrammeDefinition, publishedAt: Date): Promise<Published> {
  const definition = await keepPictures(tx, written);
  const { slug } = definition;
  const { programme, latest } = await lockProgramme(tx, slug);
  if (latest && isDeepStrictEqual(latest.definition, definition))
    throw new Refused(refuse('programmes.unchanged', { number: latest.number }));

  const id = programme?.id ?? newId();
  const number = (latest?.number ?? 0) + 1;
  if (!programme) await tx.insert(Programme, { id, slug });
  await tx.insert(ProgrammeVersion, { id: newId(), programmeId: id, number, definition, publishedAt });
  return { id, slug, version: number };
}

/** The programme with this slug and its newest version; locked, so that nobody publishes another meanwhile. */
export async function lockProgramme(tx: Tx, slug: string) {
  const [programme] = await tx.lockAll(Programme, { slug });
  const latest =
    programme &&
    (await tx.manager.findOne(ProgrammeVersion, { where: { programmeId: programme.id }, order: { number: 'DESC' } }));
  return { programme, latest };
}
