import type { AnnotationsView } from '@libretto/contracts';
import { type Actor, agree, changeIn, mayMark as mayMarkVersion } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/refusals/refused';
import { mayMark } from '../project-work.policy';
import { Participation } from '../work/participation';
import { type FileAddress, ReadSubmission, type SubmissionRead } from './read-submission';
import { VisibleRecordings } from './recordings/visible-recordings';
import { VisibleAnnotations } from './visible-annotations';

/** The annotations of a file beside it: the reader's own, and those of others. */
@Injectable()
export class AnnotationsOfSubmission {
  constructor(
    private readonly participation: Participation,
    private readonly submissions: ReadSubmission,
    private readonly visible: VisibleAnnotations,
    private readonly recordings: VisibleRecordings,
  ) {}

  of(actor: Actor, at: FileAddress): Promise<AnnotationsView> {
    return this.viewOf(actor, at, this.submissions.for(actor, at), at.submittedFileId);
  }

  /** Of a file of the newest version of a work, or of its first one. */
  ofWork(actor: Actor, at: { editionId: string; workId: string }, fileId?: string): Promise<AnnotationsView> {
    return this.viewOf(actor, at, this.submissions.newest(actor, at), fileId);
  }

  private async viewOf(
    actor: Actor,
    at: { readonly editionId: string },
    submission: Promise<SubmissionRead>,
    fileId: string | undefined,
  ): Promise<AnnotationsView> {
    const [{ state }, read] = await Promise.all([this.participation.edition(at.editionId), submission]);
    const file = read.files.find(({ id }) => fileId === undefined || id === fileId);
    if (fileId !== undefined && !file) throw notFound();
    const [seen, recordings] = await Promise.all([
      // A version of links or of a text has no file.
      file ? this.visible.of(actor, read, file.id) : [],
      this.recordings.of(actor, read),
    ]);
    const marks =
      mayMark(actor, at) && agree(changeIn(state), mayMarkVersion(read.work, read.submission.version, read.marker));
    return {
      own: { annotations: seen.find(({ isOwn }) => isOwn)?.annotations ?? {} },
      others: seen.filter(({ isOwn }) => !isOwn).map(({ by, annotations }) => ({ by, annotations })),
      recordings,
      can: { annotate: marks },
    };
  }
}
