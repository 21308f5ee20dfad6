import { Clock } from '../../../platform/clock/clock';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/handler';
import { EditionDirectory } from '../../editions';
import { KeepSurveys } from '../keep-surveys';
import { lookAtSurvey, lookDaily } from './look-at-surveys.job';

/** No programme lets its survey be answered for longer after the end. */
const longest = 121;

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
    for (const editionId of await this.editions.idsOfRunning(this.clock.now(), longest))
      await this.keeping.in(editionId);
  }
}
