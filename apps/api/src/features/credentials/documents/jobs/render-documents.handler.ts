import { become, issueProcess } from '@libretto/domain';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import { Transaction } from '../../../../platform/database/transaction';
import { FileStore } from '../../../../platform/files/file-store';
import type { StoredFile } from '../../../../platform/files/stored-file.entity';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { orRefuse } from '../../../../platform/refusals/refused';
import { Award } from '../../award/award.entity';
import { AwardIssue } from '../../award/award-issue.entity';
import { CertificatePrinter } from '../certificate-printer';
import { Credential } from '../../award/credential.entity';
import { DocumentsPrinted } from '../../credentials.events';
import { IssueFaults } from '../../award/issue-faults';
import { renderDocuments } from './render-documents.job';

@HandlesJob(renderDocuments)
export class RenderDocuments implements JobHandler<{ credentialId: string }> {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly printer: CertificatePrinter,
    private readonly faults: IssueFaults,
  ) {}

  /** The file has the credential's own id: a second run writes the same bytes to the same place. */
  async run({ credentialId }: { credentialId: string }): Promise<void> {
    const credential = await this.database.read.findOneByOrFail(Credential, { id: credentialId });
    if (credential.documentId) return;
    const award = await this.database.read.findOneByOrFail(Award, { id: credential.awardId });
    const file = await this.print(award, credential).catch(async (error: unknown) => {
      await this.faults.ofDocuments(credentialId, error);
      throw error;
    });
    await this.transaction.run(async (tx) => {
      const [issue] = await tx.lockAll(AwardIssue, { enrolmentId: award.enrolmentId });
      const printed = await tx.lock(Credential, credentialId);
      if (printed.documentId || !issue) return;
      await this.files.keep(tx, file);
      Object.assign(printed, { documentId: file.id, fault: null });
      // A correction may have come in between: then its documents are awaited.
      if (printed.state !== 'superseded')
        Object.assign(issue, {
          state: orRefuse(become(issueProcess, issue.state, 'issued', 'credentials.nothing-to-retry')),
          changedAt: this.clock.now(),
        });
      await tx.save(printed, issue);
      // Its holder hears of a suspended one too: they can have it, and it may be valid again.
      if (printed.state === 'valid' || printed.state === 'suspended')
        await tx.publish(new DocumentsPrinted(credentialId));
    });
  }

  gaveUp({ credentialId }: { credentialId: string }, fault: Error): Promise<void> {
    return this.faults.ofDocuments(credentialId, fault);
  }

  private async print(award: Award, credential: Credential): Promise<StoredFile> {
    const about = {
      id: credential.id,
      name: `certificate-${award.publicId}.pdf`,
      type: 'application/pdf',
      purpose: 'certificate',
    };
    return this.files.write(about, await this.printer.print(award, credential));
  }
}
