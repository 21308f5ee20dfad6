import type { InputOf, recordFinding } from '@libretto/contracts';
import { type Actor, type Finding as Found, questionsOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { mergedOrRefuse, notFound } from '../../../platform/refusals/refused';
import { BadInput } from '../../../platform/http/handles';
import { EditionDirectory } from '../../editions';
import { CommissionPanels } from '../dossier/commission-panel';
import { Finding } from '../dossier/finding.entity';
import { lockDossier } from '../dossier/lock-dossier';
import { termsOf } from '../dossier/terms';

interface Of {
  editionId: string;
  applicationId: string;
  criterionId: string;
}

/** Records a member's finding about one criterion; it may be changed until the ruling. */
@Injectable()
export class RecordFinding {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly panels: CommissionPanels,
    private readonly clock: Clock,
  ) {}

  /**
   * Refusals: admissions.declare-first, admissions.not-before-commission, admissions.ruled-first,
   * common.changed-elsewhere.
   */
  async run(actor: Actor, of: Of, change: InputOf<typeof recordFinding>['body']) {
    const edition = await this.editions.byId(of.editionId);
    if (!edition || !questionsOf(termsOf(edition)).includes(of.criterionId)) throw notFound();
    return this.transaction.run(async (tx) => {
      const { id: applicationId, round } = await lockDossier(tx, actor, this.panels, of);
      const key = { applicationId, accountId: actor.accountId, round, criterionId: of.criterionId };
      const before = await tx.manager.findOneBy(Finding, key);
      const { finding, note } = mergedOrRefuse<{ finding?: Found; note: string }>(
        { finding: before?.finding, note: before?.note ?? '' },
        change,
      );
      // A note is kept with a finding, never alone.
      if (!finding) throw new BadInput([{ path: 'to.finding', reason: 'missing' }]);
      const now = { finding, note, at: this.clock.now() };
      if (before) await tx.save(Object.assign(before, now));
      else await tx.insert(Finding, { id: newId(), ...key, ...now });
      return { stored: { finding, note } };
    });
  }
}
