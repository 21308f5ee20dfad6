import { Not } from 'typeorm';
import { Database } from '../../../../platform/database/database';
import { Transaction } from '../../../../platform/database/transaction';
import { MadeFiles } from '../../../../platform/files/made-files';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { Extract } from '../../extracts/extract.entity';
import { ExtractDesk } from '../../extracts/extract-desk';
import { DossierBinder } from '../dossier-binder';
import { bindDossier } from './bind-dossier.job';
import { zipDossiers } from './zip-dossiers.job';

@HandlesJob(bindDossier)
export class BindDossier implements JobHandler<{ extractId: string }> {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly made: MadeFiles,
    private readonly desk: ExtractDesk,
    private readonly binder: DossierBinder,
  ) {}

  async run({ extractId }: { extractId: string }): Promise<void> {
    const extract = await this.made.toMake(Extract, extractId);
    if (extract) await this.desk.make(extract, () => this.binder.bind(extract));
    const partOfId = (await this.database.read.findOneBy(Extract, { id: extractId }))?.partOfId;
    if (partOfId) await this.zipWhenAllAreThere(partOfId);
  }

  gaveUp({ extractId }: { extractId: string }): Promise<void> {
    return this.made.fail(Extract, extractId);
  }

  /** The job that ends last asks for the zip; if two end at once both ask, and it is made once. */
  private async zipWhenAllAreThere(whole: string): Promise<void> {
    if (await this.database.read.existsBy(Extract, { partOfId: whole, state: Not('ready') })) return;
    await this.transaction.run((tx) => tx.enqueue(zipDossiers, { extractId: whole }));
  }
}
