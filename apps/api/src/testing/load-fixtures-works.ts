import { Enrolment } from '../features/places/enrolment.entity';
import { aGroup, aWork } from '../features/project-work/work/project-work.builder';
import { GroupMember, ProjectGroup } from '../features/project-work/work/project-group.entity';
import { Submission, SubmittedFile, Work } from '../features/project-work/work/work.entity';
import { aStoredFile } from './fixtures';
import type { TestApp } from './test-app';

/** These people as a group. */
export async function oneGroup(app: TestApp, editionId: string, enrolmentIds: readonly string[]): Promise<void> {
  const { group, members } = aGroup(editionId, enrolmentIds);
  await app.build(ProjectGroup, group);
  await app.build(GroupMember, ...members);
}

/** A work of each participant of an edition, which waits for its mark. Rows in bulk, past every rule; answers their ids. */
export async function worksHandedIn(app: TestApp, editionId: string): Promise<string[]> {
  const enrolments = await app.rows(Enrolment, { editionId });
  const fileId = await aStoredFile(app, 'work.pdf', 'project-work');
  const handedIn = enrolments.map(({ id, accountId }, number) => {
    const { group, members } = aGroup(editionId, [id], null);
    const at = new Date(app.clock.now().getTime() - (number + 1) * 60_000);
    return { group, members, ...aWork({ group, by: accountId, fileId, at }) };
  });
  await app.build(ProjectGroup, ...handedIn.map(({ group }) => group));
  await app.build(GroupMember, ...handedIn.flatMap(({ members }) => members));
  await app.build(Work, ...handedIn.map(({ work }) => work));
  await app.build(Submission, ...handedIn.map(({ submission }) => submission));
  await app.build(SubmittedFile, ...handedIn.map(({ file }) => file));
  return handedIn.map(({ work }) => work.id);
}
