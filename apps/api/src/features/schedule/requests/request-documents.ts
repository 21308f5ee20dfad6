import type { InputOf, readRequestDocument } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { notFound } from '../../../platform/refusals/refused';
import { mayAnswerRequests } from '../schedule.policy';

/** The check of who may open the document of a request. */
@Injectable()
export class RequestDocuments {
  constructor(private readonly database: Database) {}

  /** Its file, for the participant who asked and for those who answer; for anybody else it does not exist. */
  async fileFor(
    actor: Actor,
    { editionId, requestId }: InputOf<typeof readRequestDocument>['params'],
  ): Promise<StoredFile> {
    const [file] = await this.database.rows(
      rowsOf(
        StoredFile,
        `JOIN attendance_request request ON request.fileId = it.id JOIN enrolment ON enrolment.id = request.enrolmentId
         WHERE request.id = :requestId AND enrolment.editionId = :editionId`,
        { requestId, editionId },
        { beside: { ownerId: 'enrolment.accountId' } },
      ),
    );
    const mayOpen = file?.ownerId === actor.accountId || mayAnswerRequests(actor, { editionId });
    if (!file || !mayOpen) throw notFound();
    return file;
  }
}
