import type { InputOf, recordFinding } from '@libretto/contracts';
import { type Actor, type Finding as Found, questionsOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { mergedOrRefuse, notFound } from '../../../platform/refusals/refused';
import { BadInput } from '../../../platform/http/handles';
import { Finding } from '../dossier/finding.entity';
import { OpenDossiers } from '../dossier/open-dossiers';
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
    private readonly dossiers: OpenDossiers,
    private readonly clock: Clock,
  ) {}

  /**
   * Refusals: admissions.declare-first, admissions.not-before-commission, admissions.ruled-first,
   * common.changed-elsewhere.
   */
  async run(actor: Actor, of: Of, change: InputOf<typeof recordFinding>['body']) {
    return this.transaction.run(async (tx) => {
      const { application, edition, record } = await this.dossiers.lock(tx, actor, of);
      const [{ accountId }, { criterionId }] = [actor, of];
      if (!questionsOf(termsOf(edition)).includes(criterionId)) throw notFound();
      const before = record.findings.find((one) => one.accountId === accountId && one.criterionId === criterionId);
      const { finding, note } = mergedOrRefuse<{ finding?: Found; note: string }>(
        { finding: before?.finding, note: before?.note ?? '' },
        change,
      );
      // A note is kept with a finding, never alone.
      if (!finding) throw new BadInput([{ path: 'to.finding', reason: 'missing' }]);
      const now = { finding, note, at: this.clock.now() };
      if (before) await tx.manager.update(Finding, { id: before.id }, now);
      else {
        const { id: applicationId, round } = application;
        await tx.insert(Finding, { id: newId(), applicationId, accountId, round, criterionId, ...now });
      }
      return { stored: { finding, note } };
    });
  }
}
