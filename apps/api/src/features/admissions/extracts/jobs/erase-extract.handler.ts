import { Database } from '../../../../platform/database/database';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { Extract } from '../extract.entity';
import { ExtractDesk } from '../extract-desk';
import { eraseExtract } from './erase-extract.job';

@HandlesJob(eraseExtract)
export class EraseExtract implements JobHandler<{ extractId: string }> {
  constructor(
    private readonly database: Database,
    private readonly desk: ExtractDesk,
  ) {}

  async run({ extractId }: { extractId: string }): Promise<void> {
    const parts = await this.database.read.findBy(Extract, { partOfId: extractId });
    if (parts.length) await this.desk.erase(parts);
    await this.desk.erase(await this.database.read.findBy(Extract, { id: extractId }));
  }
}
