import { Database } from '../../../../platform/database/database';
import { FileStore } from '../../../../platform/files/file-store';
import { TextReader } from '../../../../platform/files/text-reader';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { briefOf } from '../../work/briefs';
import { Participation } from '../../work/participation';
import { Submission, SubmittedFile, Work } from '../../work/work.entity';
import { KeepWords } from '../keep-words';
import { readWords } from './read-words.job';

@HandlesJob(readWords)
export class ReadWords implements JobHandler<{ submissionId: string }> {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly reader: TextReader,
    private readonly participation: Participation,
    private readonly keeping: KeepWords,
  ) {}

  async run({ submissionId }: { submissionId: string }): Promise<void> {
    const submission = await this.database.read.findOneByOrFail(Submission, { id: submissionId });
    const work = await this.database.read.findOneByOrFail(Work, { id: submission.workId });
    const edition = await this.participation.edition(work.editionId);
    const brief = briefOf(edition, work);
    if (!brief.similarity) return;
    const read = { work, version: submission.version, programmeId: edition.programme.id };
    await this.keeping.run(read, brief, await this.wordsOf(submission));
  }

  /** What is in the files of a version, in their order, and its typed text; `null` where there is no way to any words. */
  private async wordsOf({ id, text }: Submission): Promise<string | null> {
    const files = await this.database.read.find(SubmittedFile, {
      where: { submissionId: id },
      order: { position: 'ASC' },
    });
    const texts: (string | null)[] = [text];
    for (const { fileId } of files) texts.push(await this.reader.of(await this.files.byId(fileId)));
    const said = texts.filter((one) => one !== null);
    return said.length ? said.join('\n\n') : null;
  }
}
