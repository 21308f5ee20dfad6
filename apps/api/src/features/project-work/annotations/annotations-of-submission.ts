import type { AnnotationsView } from '@libretto/contracts';
import { type Actor, agree, changeIn, mayMark as mayMarkVersion } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { mayMark } from '../project-work.policy';
import { Participation } from '../work/participation';
import { ReadSubmission, type SubmissionAddress, type SubmissionRead } from './read-submission';
import { VisibleRecordings } from './recordings/visible-recordings';
import { VisibleAnnotations } from './visible-annotations';

/** The annotations of one version beside it: the reader's own, and those of others. */
@Injectable()
export class AnnotationsOfSubmission {
  constructor(
    private readonly participation: Participation,
    private readonly submissions: ReadSubmission,
    private readonly visible: VisibleAnnotations,
    private readonly recordings: VisibleRecordings,
  ) {}

  of(actor: Actor, at: SubmissionAddress): Promise<AnnotationsView> {
    return this.viewOf(actor, at, this.submissions.for(actor, at));
  }

  /** Of the newest version of a work. */
  ofWork(actor: Actor, at: { editionId: string; workId: string }): Promise<AnnotationsView> {
    return this.viewOf(actor, at, this.submissions.newest(actor, at));
  }

  private async viewOf(
    actor: Actor,
    at: { readonly editionId: string },
    submission: Promise<SubmissionRead>,
  ): Promise<AnnotationsView> {
    const [{ state }, read] = await Promise.all([this.participation.edition(at.editionId), submission]);
    const [seen, recordings] = await Promise.all([this.visible.of(actor, read), this.recordings.of(actor, read)]);
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
