import type { AnnotationsView } from '@libretto/contracts';
import { type Actor, agree, changeIn, mayMark as mayMarkVersion } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/refusals/refused';
import { mayMark } from '../project-work.policy';
import { Participation } from '../work/participation';
import { type PartAddress, ReadSubmission, type SubmissionRead } from './read-submission';
import { VisibleRecordings } from './recordings/visible-recordings';
import { VisibleAnnotations } from './visible-annotations';

/** The annotations of a file or of a typed text beside it: the reader's own, and those of others. */
@Injectable()
export class AnnotationsOfSubmission {
  constructor(
    private readonly participation: Participation,
    private readonly submissions: ReadSubmission,
    private readonly visible: VisibleAnnotations,
    private readonly recordings: VisibleRecordings,
  ) {}

  of(actor: Actor, at: PartAddress): Promise<AnnotationsView> {
    return this.viewOf(actor, at, this.submissions.for(actor, at), at.submittedFileId ?? 'text');
  }

  /** Of a file of the newest version of a work, or of its text; of the first one where none is named. */
  ofWork(actor: Actor, at: { editionId: string; workId: string }, part?: string): Promise<AnnotationsView> {
    return this.viewOf(actor, at, this.submissions.newest(actor, at), part);
  }

  private async viewOf(
    actor: Actor,
    at: { readonly editionId: string },
    submission: Promise<SubmissionRead>,
    asked: string | undefined,
  ): Promise<AnnotationsView> {
    const [{ state }, read] = await Promise.all([this.participation.edition(at.editionId), submission]);
    const part = asked ?? read.files[0]?.id ?? 'text';
    const file = read.files.find(({ id }) => id === part);
    if (part !== 'text' && !file) throw notFound();
    const [seen, recordings] = await Promise.all([
      this.visible.of(actor, read, file?.id),
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
