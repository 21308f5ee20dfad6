import { FileStore } from '../../../../platform/files/file-store';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { eraseBytes } from './erase-bytes.job';

@HandlesJob(eraseBytes)
export class EraseBytes implements JobHandler<{ fileIds: string[] }> {
  constructor(private readonly files: FileStore) {}

  async run({ fileIds }: { fileIds: string[] }): Promise<void> {
    for (const fileId of fileIds) await this.files.erase(fileId);
  }
}
