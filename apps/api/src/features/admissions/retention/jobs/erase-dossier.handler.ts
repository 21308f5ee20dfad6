import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { EraseDossier } from '../erase-dossier';
import { eraseDossier } from './erase-dossier.job';

@HandlesJob(eraseDossier)
export class EraseDossierInTime implements JobHandler<{ applicationId: string }> {
  constructor(private readonly erasing: EraseDossier) {}

  run({ applicationId }: { applicationId: string }): Promise<void> {
    return this.erasing.run(applicationId);
  }
}
