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

  /** Refusals: programmes.faulty-file, programmes.unchanged. */
  async run(text: string): Promise<Published> {
    const checked = await this.checker.check(text);
    if ('faults' in checked) throw new Refused(refuse('programmes.faulty-file', { faults: checked.faults.length }));
    const publish = () => this.transaction.run((tx) => this.publish(tx, checked.definition));
    try {
      return await publish();
    } catch (error) {
      // Somebody published the first version of the same slug at the same moment: this one is the next.
      if (isUniqueViolation(error)) return publish();
      throw error;
    }
  }

  private async publish(tx: Tx, definition: ProgrammeDefinition): Promise<Published> {
    const { slug } = definition;
    const [programme] = await tx.lockAll(Programme, { slug });
    const latest = programme && (await latestVersion(tx, programme.id));
    if (latest && isDeepStrictEqual(latest.definition, definition))
      throw new Refused(refuse('programmes.unchanged', { number: latest.number }));

    const id = programme?.id ?? newId();
    const number = (latest?.number ?? 0) + 1;
    if (!programme) await tx.insert(Programme, { id, slug });
    await tx.insert(ProgrammeVersion, {
      id: newId(),
      programmeId: id,
      number,
      definition,
      publishedAt: this.clock.now(),
    });
    return { id, slug, version: number };
  }
}

const latestVersion = (tx: Tx, programmeId: string) =>
  tx.manager.findOne(ProgrammeVersion, { where: { programmeId }, order: { number: 'DESC' } });
