import { newKey } from '@libretto/credentials/node';
import { anAnnouncement } from '../features/announcements/announcement.builder';
import { Announcement } from '../features/announcements/announcement.entity';
import { Post, PostFile, PostReport } from '../features/discussions/thread/post.entity';
import { aThread } from '../features/discussions/thread/thread.builder';
import { Thread } from '../features/discussions/thread/thread.entity';
import { Invitation } from '../features/accounts/invitations/invitation.entity';
import { Extract } from '../features/admissions/extracts/extract.entity';
import { Meeting } from '../features/admissions/meeting/meeting.entity';
import { anAwardSnapshot } from '../features/credentials/award/award-snapshot.builder';
import { Award } from '../features/credentials/award/award.entity';
import { Credential } from '../features/credentials/award/credential.entity';
import { ShareLink } from '../features/credentials/links/share-link.entity';
import { appendToLog } from '../features/credentials/log/append-to-log';
import { aMaterial } from '../features/modules/material/material.builder';
import { Material } from '../features/modules/material/material.entity';
import { PagePicture } from '../features/modules/pages/page-picture.entity';
import { SigningKey } from '../features/credentials/signing/signing-key.entity';
import { PersonalCopy } from '../features/personal-data/personal-copy.entity';
import { ReusableComment } from '../features/project-work/annotations/comments/reusable-comment.entity';
import { Recording } from '../features/project-work/annotations/recordings/recording.entity';
import { aFeedback } from '../features/project-work/peers/peer-feedback.builder';
import { PeerFeedback, PeerGiver, PeerRound } from '../features/project-work/peers/peer-feedback.entity';
import { aGroup, aWork } from '../features/project-work/work/project-work.builder';
import { GroupMember, ProjectGroup } from '../features/project-work/work/project-group.entity';
import { Submission, SubmittedFile, Work } from '../features/project-work/work/work.entity';
import { aPublication } from '../features/publication/publication.builder';
import { Publication } from '../features/publication/book/publication.entity';
import { WorkspaceFile } from '../features/project-work/workspace/files/workspace-file.entity';
import { WorkspaceTask } from '../features/project-work/workspace/tasks/workspace-task.entity';
import { aRoom, aSession } from '../features/schedule/session.builder';
import { Room } from '../features/schedule/timetable/room.entity';
import { AttendanceRequest } from '../features/schedule/requests/attendance-request.entity';
import { anAttendanceRequest } from '../features/schedule/requests/attendance-request.builder';
import { Session } from '../features/schedule/timetable/session.entity';
import { aWorkloadEntry } from '../features/workload/workload-entry.builder';
import { WorkloadEntry } from '../features/workload/workload-entry.entity';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { ArrivingFile } from '../platform/files/resumable/arriving-file.entity';
import { allOfADossier } from './all-of-a-dossier';
import { anApplicant, aParticipant, aStoredFile } from './fixtures';
import type { TestApp } from './test-app';

/**
 * One row in an edition of every kind that an address can name, by its name in addresses; and the parts of addresses
 * that are no ids.
 */
export async function oneOfEach(app: TestApp, editionId: string): Promise<Record<string, string>> {
  const at = app.clock.now();
  const until = new Date(at.getTime() + 86_400_000);
  const { account, enrolment, institution } = await aParticipant(app, editionId);
  const accountId = account.id;
  const { whose } = await anApplicant(app, editionId);
  const ofDossier = await allOfADossier(app, whose, { memberId: accountId, byId: accountId });

  const session = aSession({ editionId });
  const room = aRoom();
  await app.build(Room, room);
  await app.build(Session, session);
  const request = anAttendanceRequest({ sessionId: session.id, enrolmentId: enrolment.id });
  await app.build(AttendanceRequest, request);
  const entry = aWorkloadEntry({ enrolmentId: enrolment.id, byAccountId: accountId });
  await app.build(WorkloadEntry, entry);
  const material = aMaterial({ editionId, addedBy: accountId });
  await app.build(Material, material);
  const pictureId = await aStoredFile(app, 'map.png', 'page-picture');
  const picture = { id: newId(), materialId: material.id, fileId: pictureId, addedBy: accountId, addedAt: at };
  await app.build(PagePicture, picture);
  const announcement = anAnnouncement({ editionId, authorId: accountId });
  await app.build(Announcement, announcement);
  const talk = aThread({ editionId, authorId: accountId });
  const postId = talk.posts[0]?.id as string;
  const [postFileId, reportId] = [newId(), newId()];
  await app.build(Thread, talk.thread);
  await app.build(Post, ...talk.posts);
  await app.build(PostFile, { id: postFileId, postId, fileId: await aStoredFile(app, 'list.pdf', 'post') });
  const reported = { editionId, postId, accountId, reason: 'Rude.', at, settledAt: null };
  await app.build(PostReport, { id: reportId, ...reported });
  const { group, members } = aGroup(editionId, [enrolment.id]);
  await app.build(ProjectGroup, group);
  await app.build(GroupMember, ...members);
  const {
    work,
    submission,
    file: submitted,
  } = aWork({
    group,
    by: accountId,
    fileId: await aStoredFile(app, 'work.pdf', 'submission'),
    at,
  });
  await app.build(Work, work);
  await app.build(Submission, submission);
  await app.build(SubmittedFile, submitted);
  const upload = {
    id: newId(),
    accountId,
    place: `project-work ${editionId} project-work`,
    name: 'work.pdf',
    bytes: 1,
  };
  const notCome = { type: null, view: null, sha256: null, heldBy: null, heldUntil: null, lastModified: null };
  await app.build(ArrivingFile, { ...upload, ...notCome, startedAt: at, expiresAt: until });

  const [recordingId, reusableId] = [newId(), newId()];
  const said = { markerId: accountId, words: 'Say why.', at };
  const recorded = {
    id: recordingId,
    submissionId: submission.id,
    fileId: await aStoredFile(app, 'said.webm', 'annotation'),
  };
  await app.build(Recording, { ...recorded, ...said });
  await app.build(ReusableComment, { id: reusableId, editionId, isShared: false, ...said });

  const [giver, ofBrief] = [newId(), { editionId, briefId: group.briefId }];
  const [open] = await app.rows(PeerRound, ofBrief);
  const round = open ?? { id: newId(), ...ofBrief, seed: giver, openedAt: at };
  if (!open) await app.build(PeerRound, round);
  await app.build(PeerGiver, { id: giver, roundId: round.id, enrolmentId: enrolment.id });
  const feedback = aFeedback({ editionId, giverId: giver, workId: work.id });
  await app.build(PeerFeedback, feedback);

  const publication = aPublication(editionId);
  await app.build(Publication, publication);
  const [taskId, sharedFileId] = [newId(), newId()];
  const added = { groupId: group.id, addedBy: accountId, addedAt: at };
  await app.build(WorkspaceTask, { id: taskId, title: 'Read', enrolmentId: null, dueOn: null, doneAt: null, ...added });
  await app.build(WorkspaceFile, {
    id: sharedFileId,
    fileId: await aStoredFile(app, 'notes.pdf', 'workspace'),
    ...added,
  });

  const meetingId = newId();
  const atMeeting = {
    place: 'Rome',
    heldOn: '2026-11-20',
    openedById: accountId,
    openedAt: at,
    closedById: null,
    closedAt: null,
  };
  await app.build(Meeting, { id: meetingId, editionId, ...atMeeting, state: 'open', openFor: editionId });
  const made = { language: 'en', state: 'queued' as const, done: 0, total: 1, askedAt: at, expiresAt: until };
  const extractId = newId();
  const ofAll = { filter: null, applicationId: null, partOfId: null, withDeliberation: false, leftOut: '0'.repeat(64) };
  await app.build(Extract, { id: extractId, editionId, askedById: accountId, kind: 'list-csv', ...ofAll, ...made });
  const copyId = newId();
  await app.build(PersonalCopy, { id: copyId, accountId, underWayFor: accountId, ...made });
  const invitationId = newId();
  const asked = {
    email: `${invitationId}@access.example`,
    role: 'tutor' as const,
    editionId,
    byId: null,
    invitedAt: at,
    expiresAt: until,
  };
  await app.build(Invitation, { id: invitationId, ...asked, outcome: null, endedAt: null, openKey: null });

  return {
    ...{
      language: 'en',
      form: 'pdf',
      moduleNumber: '1',
      number: '1',
      format: 'svg',
      role: 'tutor',
      criterionId: 'degree',
      fileName: 'mail',
      slug: 'none',
    },
    ...ofDossier,
    ...(await aCredential(app, enrolment.id)),
    ...{
      editionId,
      accountId,
      enrolmentId: enrolment.id,
      institutionId: institution.id,
      sessionId: session.id,
      roomId: room.id,
      requestId: request.id,
      entryId: entry.id,
      feedbackId: feedback.id,
    },
    ...{
      materialId: material.id,
      announcementId: announcement.id,
      threadId: talk.thread.id,
      ...{ postId, postFileId, reportId },
      pictureId,
      groupId: group.id,
      workId: work.id,
      submissionId: submission.id,
      submittedFileId: submitted.id,
      uploadId: upload.id,
      recordingId,
      reusableId,
      publicationId: publication.id,
      taskId,
      sharedFileId,
      meetingId,
      extractId,
      copyId,
      invitationId,
    },
  };
}

/** A placeholder row for a credential: its contents are not read. */
async function aCredential(app: TestApp, enrolmentId: string) {
  const awardId = newId();
  const publicId = awardId.slice(-26);
  const [credentialId, linkId] = [newId(), newId()];
  await app.build(Award, {
    id: awardId,
    enrolmentId,
    publicId,
    snapshot: anAwardSnapshot().build() as never,
    awardedAt: new Date(),
  });
  const credential = {
    ...{
      id: credentialId,
      awardId,
      number: 1,
      state: 'valid',
      validFor: null,
      correction: null,
      statusList: 1,
      statusIndex: (await app.database.read.count(Credential)) + 1,
      signed: {},
    },
    ...{ issuedAt: new Date(), signedAgainAt: null, endedAt: null, endedBy: null, reason: null, documentId: null },
  } as Credential;
  await app.build(Credential, credential);
  await app.get(Transaction).run((tx) => appendToLog(tx, [{ kind: 'issued', credential, at: credential.issuedAt }]));
  const sharedId = linkId.slice(-26).toUpperCase().replaceAll('-', '0');
  const at = app.clock.now();
  await app.build(ShareLink, {
    ...{ id: linkId, awardId, publicId: sharedId, shows: 'facts', name: '', madeAt: at, withdrawnAt: null },
    ...{ endsAt: new Date(at.getTime() + 86_400_000), looks: 0, lastLookAt: null },
  });
  const keyId = newId();
  await app.build(SigningKey, {
    ...{ id: keyId, publicKeyMultibase: newKey().publicKeyMultibase, sealedPrivateKey: '', current: null, madeAt: at },
    ...{ retiredAt: at, retiredBy: null, compromisedAt: null, compromisedBy: null, compromisedWhy: null },
  });
  return { publicId, credentialId, linkId, sharedId, keyId };
}
