import { extendProjectDeadline, moveMember, readGroups, readProjectWork, readRelease } from '@libretto/contracts';
import { handInFile } from '../../testing/hand-in-file';
import { aCourse } from '../../testing/course';
import { smallPdf } from '../../testing/small-files';
import { describeOnEachDatabase, type TestApp } from '../../testing/test-app';
import { aBrief } from '../programmes/programme.builder';
import { aGroup } from './work/project-work.builder';
import { GroupMember, ProjectGroup } from './work/project-group.entity';

const pdf = { name: 'work.pdf', content: smallPdf };
const reason = 'The archive was closed.';
const usual = '2026-12-11T22:59:59.000Z';
const later = '2026-12-18T22:59:59.000Z';

/** Four people: two in each of two groups, or all alone. */
async function fourPeople(app: TestApp, by: 'group' | 'person' = 'group') {
  const course = await aCourse(app, 4, { projectWork: aBrief({ by }) });
  const { id: editionId } = course.edition;
  const params = { editionId };
  const ids = course.participants.map(({ enrolment }) => enrolment.id);
  const [one, two] = [ids.slice(0, 2), ids.slice(2)].map((own, at) => aGroup(editionId, own, `Group ${at + 1}`));
  if (by === 'group')
    for (const rows of [one!, two!]) {
      await app.build(ProjectGroup, rows.group);
      await app.build(GroupMember, ...rows.members);
    }
  const extend = (whose?: object, lastDay = '2026-12-18') =>
    course.coordinator.call(extendProjectDeadline, { params, body: { lastDay, reason, whose } as never });
  const deadlines = () =>
    Promise.all(
      course.participants.map(
        async ({ caller }) => (await caller.call(readProjectWork, { params })).body.deadline.until,
      ),
    );
  const told = async () => {
    const before = app.mails().length;
    expect(await app.runJobs()).toEqual([]);
    return app.mails().length - before;
  };
  return { ...course, params, ids, groups: [one!.group.id, two!.group.id] as const, extend, deadlines, told };
}

describeOnEachDatabase('a deadline of one’s own', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('is a group’s, told to its members once, and who joins has it and who leaves has it not', async () => {
    const { params, ids, groups, extend, deadlines, told, coordinator, participants } = await fourPeople(app());
    await told();
    expect((await extend({ groupId: groups[0] })).status).toBe(204);
    expect(await told()).toBe(2);
    expect(await told()).toBe(0);
    expect(await deadlines()).toEqual([later, later, usual, usual]);
    expect((await participants[0]!.caller.call(readProjectWork, { params })).body.deadline.reason).toBe(reason);
    expect((await coordinator.call(readGroups, { params })).body).toMatchObject({
      deadline: { until: usual },
      extensions: [{ group: 'Group 1', person: null, until: later, reason }],
    });

    const move = (enrolmentId: string, groupId: string) =>
      coordinator.call(moveMember, { params: { ...params, enrolmentId }, body: { groupId } });
    await move(ids[2]!, groups[0]);
    await move(ids[0]!, groups[1]);
    expect(await deadlines()).toEqual([usual, later, later, usual]);

    // For everybody, later than usual and earlier than the group's: only the others are told.
    expect((await extend(undefined, '2026-12-15')).status).toBe(204);
    expect(await told()).toBe(2);
    app().clock.set(new Date('2026-12-17T09:00:00Z'));
    expect((await handInFile(participants[1]!.caller, { params }, pdf)).status).toBe(201);
    expect((await handInFile(participants[0]!.caller, { params }, pdf)).body.code).toBe('project-work.deadline-passed');
  });

  it('is a person’s, whose group waits for them wherever they go', async () => {
    const { params, ids, groups, extend, deadlines, told, coordinator } = await fourPeople(app());
    await told();
    expect((await extend({ enrolmentId: ids[0] })).status).toBe(204);
    expect(await told()).toBe(2);
    expect(await deadlines()).toEqual([later, later, usual, usual]);
    const move = { params: { ...params, enrolmentId: ids[0]! }, body: { groupId: groups[1] } };
    await coordinator.call(moveMember, move);
    expect(await deadlines()).toEqual([later, usual, later, later]);
  });

  it('keeps the release waiting for somebody alone who has more time', async () => {
    const { params, ids, extend, deadlines, coordinator, participants } = await fourPeople(app(), 'person');
    await handInFile(participants[1]!.caller, { params }, pdf);
    expect((await extend({ enrolmentId: ids[0] })).status).toBe(204);
    expect((await extend({ enrolmentId: ids[1] })).status).toBe(204);
    expect(await deadlines()).toEqual([later, later, usual, usual]);
    app().clock.set(new Date('2026-12-14T09:00:00Z'));
    expect((await coordinator.call(readRelease, { params })).body).toMatchObject({ groupsToCome: 1 });
    expect((await handInFile(participants[2]!.caller, { params }, pdf)).status).toBe(409);
    expect((await handInFile(participants[0]!.caller, { params }, pdf)).status).toBe(201);
  });

  it('is later than the one that is there, and of this edition', async () => {
    const { ids, groups, extend, tutor, params } = await fourPeople(app());
    await extend();
    expect((await extend({ groupId: groups[0] }, '2026-12-17')).body.code).toBe('project-work.deadline-not-later');
    const elsewhere = await fourPeople(app());
    expect((await extend({ groupId: elsewhere.groups[0] }, '2026-12-20')).status).toBe(404);
    expect((await extend({ enrolmentId: elsewhere.ids[0] }, '2026-12-20')).status).toBe(404);
    const body = { lastDay: '2026-12-20', reason, whose: { enrolmentId: ids[0]! } };
    expect((await tutor.caller.call(extendProjectDeadline, { params, body })).status).toBe(403);
  });
});
