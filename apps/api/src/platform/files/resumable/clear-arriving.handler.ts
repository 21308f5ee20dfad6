import { HandlesJob, type JobHandler } from '../../jobs/handler';
import { clearArriving } from './clear-arriving.job';
import { ResumableUploads } from './resumable-uploads';

@HandlesJob(clearArriving)
export class ClearArriving implements JobHandler<object> {
  constructor(private readonly uploads: ResumableUploads) {}

  run(): Promise<void> {
    return this.uploads.clear();
  }
}
