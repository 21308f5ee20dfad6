import { type Actor, type Finding as Found, questionsOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/http/refused';
import { EditionDirectory } from '../../editions';
import { Benches } from './bench';
import { Finding } from './finding.entity';
import { lockDossier } from './lock-dossier';
import { termsOf } from '../application/terms';

interface Of {
  editionId: string;
  applicationId: string;
  criterionId: string;
}

/** Records what a member found about one criterion; it may be found otherwise until the ruling. */
@Injectable()
export class RecordFinding {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly benches: Benches,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, of: Of, found: { finding: Found; note: string }): Promise<void> {
    const edition = await this.editions.byId(of.editionId);
    if (!edition || !questionsOf(termsOf(edition)).includes(of.criterionId)) throw notFound();
    await this.transaction.run(async (tx) => {
      const { id: applicationId, round } = await lockDossier(tx, actor, this.benches, of);
      const key = { applicationId, accountId: actor.accountId, round, criterionId: of.criterionId };
      const before = await tx.manager.findOneBy(Finding, key);
      const now = { ...found, at: this.clock.now() };
      if (before) await tx.save(Object.assign(before, now));
      else await tx.insert(Finding, { id: newId(), ...key, ...now });
    });
  }
}
