import { mostSurveyDays } from '@libretto/domain';
import { Clock } from '../../../platform/clock/clock';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/handler';
import { EditionDirectory } from '../../editions';
import { KeepSurveys } from '../keep-surveys';
import { lookAtSurvey, lookDaily } from './look-at-surveys.job';

@HandlesJob(lookAtSurvey)
export class LookAtSurvey implements JobHandler<{ editionId: string }> {
  constructor(private readonly keeping: KeepSurveys) {}

  /** A second run finds the survey as the first one left it. */
  run({ editionId }: { editionId: string }): Promise<void> {
    return this.keeping.in(editionId);
  }
}

@HandlesJob(lookDaily)
export class LookDaily implements JobHandler<object> {
  constructor(
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly keeping: KeepSurveys,
  ) {}

  async run(): Promise<void> {
    // One more, on which the last ones are closed.
    for (const editionId of await this.editions.idsOfRunning(this.clock.now(), mostSurveyDays + 1))
      await this.keeping.in(editionId);
  }
}
