import { usualBriefId, type WorkOutcome } from '@libretto/domain';
import { newId } from '../../../platform/database/new-id';
import { groupCalled, type GroupMember, type ProjectGroup } from './project-group.entity';
import type { Marking, Submission, SubmittedFile, Work } from './work.entity';

/** A group of these enrolments. */
export function aGroup(
  editionId: string,
  enrolmentIds: readonly string[],
  name: string | null = 'Group 1',
  briefId = usualBriefId,
) {
  const group: ProjectGroup = { id: newId(), editionId, briefId, ...groupCalled(name) };
  const members: GroupMember[] = enrolmentIds.map((enrolmentId) => ({
    id: newId(),
    groupId: group.id,
    enrolmentId,
    briefId,
  }));
  return { group, members };
}

/** A work with one version of one file, handed in and not marked. */
export function aWork(
  { group, by, fileId, at }: { group: ProjectGroup; by: string; fileId: string; at: Date },
  values: Partial<Work> = {},
): { work: Work; submission: Submission; file: SubmittedFile } {
  const submissionId = newId();
  const work: Work = {
    id: newId(),
    editionId: group.editionId,
    briefId: group.briefId,
    groupId: group.id,
    attempt: 1,
    state: 'handed-in',
    versions: 1,
    markings: 0,
    planned: 0,
    waits: true,
    outcome: null,
    handedInAt: at,
    releasedAt: null,
    releaseReason: null,
    grade: null,
    sampleId: null,
    lateDays: null,
    latePoints: null,
    ...values,
  };
  return {
    work,
    submission: {
      id: submissionId,
      workId: work.id,
      version: work.versions,
      handedInBy: by,
      at,
      isLate: false,
      isStatedOriginal: false,
      links: null,
      text: null,
    },
    file: { id: newId(), submissionId, fileId, position: 0 },
  };
}

/** The same work with the marking that decided it. */
export function marked(
  { work, submission, file }: { work: Work; submission: Submission; file: SubmittedFile },
  {
    by,
    outcome,
    rows,
    comment,
    at,
  }: { by: string; outcome: WorkOutcome; rows: readonly string[]; comment: string; at: Date },
): { work: Work; submission: Submission; file: SubmittedFile; marking: Marking } {
  const level = outcome === 'passed' ? 'met' : 'not-met';
  const marking: Marking = {
    id: newId(),
    workId: work.id,
    submissionId: submission.id,
    markerId: by,
    outcome,
    grade: null,
    professorId: null,
    rubric: rows.map((row) => ({ row, level })),
    points: null,
    mostPoints: null,
    comment,
    mustChange: null,
    stays: null,
    at,
  };
  return { work: { ...work, state: 'marked', waits: false, markings: 1, outcome }, submission, file, marking };
}
