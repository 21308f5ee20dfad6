import { Clock } from '../../../platform/clock/clock';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/handler';
import { EditionDirectory } from '../../editions';
import { ReckonPace } from '../reckon-pace';
import { reckonDaily } from './reckon-daily.job';

@HandlesJob(reckonDaily)
export class ReckonDaily implements JobHandler<object> {
  constructor(
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly pace: ReckonPace,
  ) {}

  async run(): Promise<void> {
    for (const editionId of await this.editions.idsOfRunning(this.clock.now())) await this.pace.edition(editionId);
  }
}
