import { MadeFiles } from '../../../platform/files/made-files';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/handler';
import { PersonalCopy } from '../personal-copy.entity';
import { eraseCopy } from './erase-copy.job';

@HandlesJob(eraseCopy)
export class EraseCopy implements JobHandler<{ copyId: string }> {
  constructor(private readonly made: MadeFiles) {}

  run({ copyId }: { copyId: string }): Promise<void> {
    return this.made.erase(PersonalCopy, [copyId]);
  }
}
