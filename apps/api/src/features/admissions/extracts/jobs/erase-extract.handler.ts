import { Database } from '../../../../platform/database/database';
import { MadeFiles } from '../../../../platform/files/made-files';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { Extract } from '../extract.entity';
import { eraseExtract } from './erase-extract.job';

@HandlesJob(eraseExtract)
export class EraseExtract implements JobHandler<{ extractId: string }> {
  constructor(
    private readonly database: Database,
    private readonly made: MadeFiles,
  ) {}

  async run({ extractId }: { extractId: string }): Promise<void> {
    const parts = await this.database.read.findBy(Extract, { partOfId: extractId });
    await this.made.erase(
      Extract,
      parts.map(({ id }) => id),
    );
    await this.made.erase(Extract, [extractId]);
  }
}
