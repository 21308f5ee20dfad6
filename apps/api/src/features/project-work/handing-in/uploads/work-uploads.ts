import type { beginUpload, continueUpload, InputOf, ProjectWorkView } from '@libretto/contracts';
import { type Actor, mayUpload, partsOf, refuse, takesFile, takesName } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Transaction } from '../../../../platform/database/transaction';
import { ResumableUploads } from '../../../../platform/files/resumable/resumable-uploads';
import type { ApiRequest } from '../../../../platform/http/handles';
import { notFound, orRefuse, Refused } from '../../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../../places';
import { type Brief, briefsOf } from '../../work/briefs';
import { Participation } from '../../work/participation';
import { HandInWork } from '../hand-in-work';
import { placeOf } from './place-of-uploads';

/** The files that somebody sends for their next version, each by itself, before they hand them in. */
@Injectable()
export class WorkUploads {
  constructor(
    private readonly transaction: Transaction,
    private readonly uploads: ResumableUploads,
    private readonly participation: Participation,
    private readonly enrolments: EnrolmentDirectory,
    private readonly handingIn: HandInWork,
  ) {}

  /**
   * Refuses before any byte what would be refused after the last. Refusals: project-work.no-group,
   * project-work.already-passed, project-work.no-attempt-left, project-work.being-marked, project-work.peers-read,
   * project-work.deadline-passed, project-work.too-many-versions, project-work.file-kind-not-asked,
   * project-work.file-too-large, project-work.uploads-full, common.file-is-empty, common.upload-not-readable.
   */
  async begin(actor: Actor, asked: InputOf<typeof beginUpload>, raw: ApiRequest, reply: FastifyReply): Promise<void> {
    const { brief, enrolment } = await this.handingIn.check(actor, asked);
    const announced = this.uploads.announced(raw);
    orRefuse(takesName(partsOf(brief).files.kinds, announced.name));
    const { editionId } = asked.params;
    const file = await this.transaction.run(async (tx) => {
      // Another one that the same person begins waits here.
      await this.enrolments.lock(tx, [enrolment.id]);
      orRefuse(mayUpload(announced.bytes, await this.uploads.onTheWay(tx, actor.accountId)));
      return this.uploads.begin(tx, actor.accountId, placeOf(editionId, brief), announced);
    });
    await this.uploads.answer(raw, reply, { file, path: pathOf(editionId, file.id), takes: takenBy(brief) });
  }

  /** Refusals: common.upload-gone, project-work.file-kind-not-asked, `uploadRefusals`. */
  async goOn(
    actor: Actor,
    { params: { editionId, uploadId } }: InputOf<typeof continueUpload>,
    raw: ApiRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const [edition, file] = await Promise.all([
      this.participation.edition(editionId),
      this.uploads.own(actor.accountId, uploadId),
    ]);
    const brief = briefsOf(edition).find((one) => file?.place === placeOf(editionId, one));
    if (!file || !brief) throw notFound();
    if (this.uploads.isOver(file)) throw new Refused(refuse('common.upload-gone'));
    await this.uploads.answer(raw, reply, { file, path: pathOf(editionId, file.id), takes: takenBy(brief) });
  }

  async drop(actor: Actor, uploadId: string): Promise<void> {
    const file = await this.uploads.own(actor.accountId, uploadId);
    if (!file) throw notFound();
    await this.uploads.erase(file.id);
  }

  /** One's own that are on the way for a brief, the oldest first. One statement. */
  async of(actor: Actor, editionId: string, brief: Pick<Brief, 'id'>): Promise<ProjectWorkView['uploads']> {
    const files = await this.uploads.of(actor.accountId, placeOf(editionId, brief));
    return files.map(({ id, name, bytes, lastModified, arrived, sha256, expiresAt }) => ({
      ...{ id, name, bytes, arrived },
      lastModified: lastModified?.getTime() ?? null,
      isComplete: sha256 !== null,
      until: expiresAt.toISOString(),
    }));
  }
}

const takenBy = (brief: Brief) => (type: string) => takesFile(partsOf(brief).files.kinds, type);

const pathOf = (editionId: string, uploadId: string): string =>
  `/api/editions/${editionId}/project-work/uploads/${uploadId}`;
