import { type Actor, record, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import { newId } from '../../../../platform/database/new-id';
import { rowsOf } from '../../../../platform/database/read-together';
import { Transaction } from '../../../../platform/database/transaction';
import { FileStore } from '../../../../platform/files/file-store';
import type { StoredFile } from '../../../../platform/files/stored-file.entity';
import { orRefuse, Refused } from '../../../../platform/refusals/refused';
import { LockSubmission } from '../lock-submission';
import type { SubmissionAddress } from '../read-submission';
import { Recording } from './recording.entity';

/** A marker's recorded comment on the newest version, until they have marked it. */
@Injectable()
export class RecordComment {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly submissions: LockSubmission,
  ) {}

  /**
   * Takes the place of an earlier one. Refusals: project-work.own-work, project-work.already-marked,
   * project-work.marking-over, project-work.newer-version, project-work.recording-too-large, and `uploadRefusals`.
   */
  async add(actor: Actor, at: SubmissionAddress, file: StoredFile): Promise<{ id: string }> {
    orRefuse(record(file.bytes));
    const [id, { submissionId }] = [newId(), at];
    const before = await this.transaction.run(async (tx) => {
      await this.submissions.for(tx, actor, at);
      const [earlier] = await this.own(actor, submissionId);
      if (earlier) await this.forget(tx, earlier);
      await this.files.keep(tx, file);
      await tx.insert(Recording, {
        id,
        submissionId,
        markerId: actor.accountId,
        fileId: file.id,
        words: '',
        at: this.clock.now(),
      });
      return earlier;
    });
    if (before) await this.files.erase(before.fileId);
    return { id };
  }

  /**
   * Refusals: project-work.own-work, project-work.already-marked, project-work.marking-over,
   * project-work.newer-version, project-work.no-recording.
   */
  async writeOut(actor: Actor, at: SubmissionAddress, words: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      await this.submissions.for(tx, actor, at);
      const [recording] = await this.own(actor, at.submissionId);
      if (!recording) throw new Refused(refuse('project-work.no-recording'));
      await tx.save(Object.assign(await tx.lock(Recording, recording.id), { words }));
    });
  }

  /**
   * Refusals: project-work.own-work, project-work.already-marked, project-work.marking-over,
   * project-work.newer-version.
   */
  async remove(actor: Actor, at: SubmissionAddress): Promise<void> {
    const removed = await this.transaction.run(async (tx) => {
      await this.submissions.for(tx, actor, at);
      const [recording] = await this.own(actor, at.submissionId);
      if (recording) await this.forget(tx, recording);
      return recording;
    });
    if (removed) await this.files.erase(removed.fileId);
  }

  private async forget(tx: Parameters<FileStore['forget']>[0], { id, fileId }: Recording): Promise<void> {
    await tx.manager.delete(Recording, { id });
    await this.files.forget(tx, fileId);
  }

  private own({ accountId }: Actor, submissionId: string): Promise<Recording[]> {
    return this.database.rows(
      rowsOf(Recording, 'WHERE it.submissionId = :submissionId AND it.markerId = :accountId', {
        submissionId,
        accountId,
      }),
    );
  }
}
