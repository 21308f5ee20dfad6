import { Database } from '../../../../platform/database/database';
import { MadeFiles } from '../../../../platform/files/made-files';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { Publication, PublicationBook } from '../../book/publication.entity';
import { setBook } from '../../book/set-book.job';
import { TypesetterOfBooks } from '../typesetter-of-books';

@HandlesJob(setBook)
export class SetBook implements JobHandler<{ bookId: string }> {
  constructor(
    private readonly database: Database,
    private readonly made: MadeFiles,
    private readonly typesetter: TypesetterOfBooks,
  ) {}

  async run({ bookId }: { bookId: string }): Promise<void> {
    const book = await this.made.toMake(PublicationBook, bookId);
    if (!book) return;
    const publication = await this.database.read.findOneByOrFail(Publication, { id: book.publicationId });
    await this.made.make(book, () => this.typesetter.set(book, publication));
  }

  gaveUp({ bookId }: { bookId: string }): Promise<void> {
    return this.made.fail(PublicationBook, bookId);
  }
}
