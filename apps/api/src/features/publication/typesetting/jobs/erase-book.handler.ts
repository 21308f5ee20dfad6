import { MadeFiles } from '../../../../platform/files/made-files';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { eraseBook } from '../../book/erase-book.job';
import { PublicationBook } from '../../book/publication.entity';

@HandlesJob(eraseBook)
export class EraseBook implements JobHandler<{ bookId: string }> {
  constructor(private readonly made: MadeFiles) {}

  run({ bookId }: { bookId: string }): Promise<void> {
    return this.made.erase(PublicationBook, [bookId]);
  }
}
