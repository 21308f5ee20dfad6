import {
  chooseGroup,
  drawProjectGroups,
  makeGroup,
  moveMember,
  type ProgrammeBrief,
  readGroups,
  readProjectWork,
} from '@libretto/contracts';
import { handInFile } from '../../testing/hand-in-file';
import { aCourse } from '../../testing/course';
import { aParticipant } from '../../testing/fixtures';
import { smallPdf } from '../../testing/small-files';
import { describeOnEachDatabase, type TestApp } from '../../testing/test-app';
import { aBrief } from '../programmes/programme.builder';
import { aGroup } from './work/project-work.builder';
import { GroupMember, ProjectGroup } from './work/project-group.entity';

const pdf = { name: 'work.pdf', content: smallPdf };
const anyDraw = { spread: 'any', mostOfInstitution: null, again: false } as const;

/** A course whose participants come from these countries. */
async function aCourseFrom(app: TestApp, countries: readonly string[], values: Partial<ProgrammeBrief> = {}) {
  const course = await aCourse(app, 0, { projectWork: aBrief(values) });
  const participants = [];
  for (const country of countries) participants.push(await aParticipant(app, course.edition.id, {}, { country }));
  const params = { editionId: course.edition.id };
  const groups = async () => (await course.coordinator.call(readGroups, { params })).body;
  const aNewGroup = async (name: string, ...enrolmentIds: string[]) =>
    (await course.coordinator.call(makeGroup, { params, body: { name, enrolmentIds } })).body.id;
  return { ...course, participants, params, groups, aNewGroup, ids: participants.map(({ enrolment }) => enrolment.id) };
}

const sizesOf = ({ groups }: { groups: readonly { members: readonly unknown[] }[] }) =>
  groups.map(({ members }) => members.length).toSorted((one, other) => other - one);

describeOnEachDatabase('groups', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('are drawn within the size of the brief, again if that is asked, and not those that handed in', async () => {
    const all = ['IT', 'IT', 'FR', 'FR', 'HR', 'HR', 'ES'];
    const { params, coordinator, groups, participants, ids } = await aCourseFrom(app(), all, {
      size: { least: 2, most: 3 },
    });
    const draw = (body: object) => coordinator.call(drawProjectGroups, { params, body: { ...anyDraw, ...body } });
    expect((await draw({ spread: 'mixed' })).body).toEqual({ groups: 3, people: 7, left: 0 });
    const drawn = await groups();
    expect(sizesOf(drawn)).toEqual([3, 2, 2]);
    expect(drawn.groups.map(({ name }) => name)).toEqual(['Group 1', 'Group 2', 'Group 3']);
    expect((await draw({})).body.code).toBe('project-work.nobody-to-draw');

    await handInFile(participants[0]!.caller, { params }, pdf);
    const ofFirst = drawn.groups.find(({ members }) => members.some(({ enrolmentId }) => enrolmentId === ids[0]));
    const { body } = await draw({ spread: 'one-country', again: true });
    const after = await groups();
    const idsIn = (group?: { members: { enrolmentId: string }[] }) =>
      group?.members.map(({ enrolmentId }) => enrolmentId).toSorted();
    expect(idsIn(after.groups.find(({ id }) => id === ofFirst?.id))).toEqual(idsIn(ofFirst));
    expect(body.people + body.left).toBe(7 - (ofFirst?.members.length ?? 0));
    expect(after.withoutGroup).toHaveLength(body.left);
  });

  it('drawn by two coordinators at once have everybody in one group', async () => {
    const { params, coordinator, ids } = await aCourseFrom(app(), ['IT', 'IT', 'FR', 'FR'], {
      size: { least: 2, most: 2 },
    });
    const answers = await Promise.all(
      [0, 1, 2].map(() => coordinator.call(drawProjectGroups, { params, body: anyDraw })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const members = (await app().rows(GroupMember, {})).filter(({ enrolmentId }) => ids.includes(enrolmentId));
    expect(members).toHaveLength(4);
  });

  it('take people moved by hand, while there is room, of one country where they are national', async () => {
    const { params, coordinator, groups, ids, aNewGroup, participants, tutor } = await aCourseFrom(
      app(),
      ['IT', 'IT', 'FR', 'IT'],
      { by: 'national-group', size: { least: 1, most: 2 } },
    );
    const one = await aNewGroup('One', ids[0]!);
    const two = await aNewGroup('Two');
    const move = (enrolmentId: string | undefined, groupId: string | null) =>
      coordinator.call(moveMember, { params: { ...params, enrolmentId: enrolmentId! }, body: { groupId } });
    expect((await move(ids[2], one)).body.code).toBe('project-work.other-country');
    expect((await move(ids[1], one)).status).toBe(204);
    expect((await move(ids[3], one)).body.code).toBe('project-work.group-full');
    expect((await move(ids[1], two)).status).toBe(204);
    expect((await move(ids[1], two)).status).toBe(204);
    expect(sizesOf(await groups())).toEqual([1, 1]);
    expect((await move(ids[1], null)).status).toBe(204);
    expect((await groups()).withoutGroup).toHaveLength(3);

    await handInFile(participants[0]!.caller, { params }, pdf);
    expect((await move(ids[0], two)).body.code).toBe('project-work.member-has-handed-in');
    const ofOther = await aNewGroup('Other');
    const elsewhere = await aCourse(app(), 1);
    expect((await move(elsewhere.participants[0]?.enrolment.id, ofOther)).status).toBe(404);
    const body = { groupId: two };
    for (const { caller } of [tutor, participants[0]!])
      expect((await caller.call(moveMember, { params: { ...params, enrolmentId: ids[0]! }, body })).status).toBe(403);
    expect((await tutor.caller.call(drawProjectGroups, { params, body: anyDraw })).status).toBe(403);
  });

  it('are chosen by participants until a date, and never fuller than they may be, also at the same moment', async () => {
    const { params, participants, groups, aNewGroup, coordinator } = await aCourseFrom(
      app(),
      ['IT', 'FR', 'HR', 'ES', 'PT', 'IT'],
      { by: 'focus-group', size: { least: 2, most: 3 }, choice: { untilDay: 30 } },
    );
    const tools = await aNewGroup('Tools');
    const policy = await aNewGroup('Policy');
    const choose = (at: number, groupId: string | null) =>
      participants[at]!.caller.call(chooseGroup, { params, body: { groupId } });
    const answers = await Promise.all(participants.map((_, at) => choose(at, tools)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(3);
    expect(new Set(answers.flatMap(({ body }) => body?.code ?? []))).toEqual(new Set(['project-work.group-full']));

    const chosen = answers.findIndex(({ status }) => status === 204);
    const both = await Promise.all([choose(chosen, policy), choose(chosen, null), choose(chosen, policy)]);
    expect(both.map(({ status }) => status)).toEqual([204, 204, 204]);
    const { choice } = (await participants[chosen]!.caller.call(readProjectWork, { params })).body;
    expect(choice).toMatchObject({ most: 3, groups: [{ name: 'Policy' }, { name: 'Tools', members: [{}, {}] }] });
    expect((await coordinator.call(chooseGroup, { params, body: { groupId: tools } })).status).toBe(403);

    app().clock.set(new Date('2026-12-05T09:00:00Z'));
    expect((await choose(chosen, tools)).body.code).toBe('project-work.choice-over');
    expect((await participants[chosen]!.caller.call(readProjectWork, { params })).body.choice).toBeNull();
    expect(sizesOf(await groups())[0]).toBeLessThanOrEqual(3);
  });

  it('are not chosen where the brief gives no choice, nor a group of another edition', async () => {
    const { params, participants, aNewGroup, ids } = await aCourseFrom(app(), ['IT', 'FR']);
    const group = await aNewGroup('One', ids[0]!);
    const choose = { params, body: { groupId: group } };
    expect((await participants[1]!.caller.call(chooseGroup, choose)).body.code).toBe('project-work.no-choice');
    const free = await aCourseFrom(app(), ['IT'], { choice: { untilDay: 30 } });
    const foreign = await free.participants[0]!.caller.call(chooseGroup, { ...choose, params: free.params });
    expect(foreign.status).toBe(404);
    const other = aGroup(free.edition.id, [], 'Other brief', 'essay');
    await app().build(ProjectGroup, other.group);
    const ofOther = { params: free.params, body: { groupId: other.group.id } };
    expect((await free.participants[0]!.caller.call(chooseGroup, ofOther)).status).toBe(404);
  });
});
