import {
  changeGroup,
  declareProjectMinutes,
  declareSelfStudy,
  extendProjectDeadline,
  makeGroup,
  markWork,
  type ProgrammeBrief,
  readGroups,
  readLedger,
  readMarkingList,
  readProjectWork,
  readRelease,
  readSubmittedFile,
  readWorkToMark,
  releaseOneResult,
  releaseResults,
  reverseEntry,
} from '@libretto/contracts';
import { newId } from '../../platform/database/new-id';
import { FileStore } from '../../platform/files/file-store';
import { StoredFile } from '../../platform/files/stored-file.entity';
import { handInFile } from '../../testing/hand-in-file';
import { aCourse } from '../../testing/course';
import { smallPdf } from '../../testing/small-files';
import { aCoordinator, aParticipant, aPerson } from '../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../testing/test-app';
import { aBrief } from '../programmes/programme.builder';
import { Ledger } from '../workload';
import { HandInWork } from './handing-in/hand-in-work';
import { GroupMember, ProjectGroup } from './work/project-group.entity';
import { aGroup } from './work/project-work.builder';
import { WorkListing } from './marking/work-listing.entity';
import { Marking, Submission, SubmittedFile, Work } from './work/work.entity';

const pdf = { name: 'three-diplomas.pdf', content: smallPdf };
const mark = {
  version: 1,
  outcome: 'passed' as const,
  rubric: [{ row: 'accuracy', level: 'met' as const }],
  comment: 'Well <b>read</b>.',
  mustChange: 'Say where it was found.',
};

/** The address of the file of a version. */
async function ofItsFile(app: TestApp, params: { editionId: string; submissionId: string }) {
  const [file] = await app.rows(SubmittedFile, { submissionId: params.submissionId });
  return { ...params, submittedFileId: file?.id ?? '' };
}

/** Two people in one group, who have handed in one version. */
async function aHandedInWork(app: TestApp, people = 2, values: Partial<ProgrammeBrief> = {}) {
  const course = await aCourse(app, people, { projectWork: aBrief(values) });
  const params = { editionId: course.edition.id };
  const rows = aGroup(
    course.edition.id,
    course.participants.map(({ enrolment }) => enrolment.id),
  );
  await app.build(ProjectGroup, rows.group);
  await app.build(GroupMember, ...rows.members);
  const [author] = course.participants;
  if (!author) throw new Error('nobody to hand in');
  const { body } = await handInFile(author.caller, { params }, pdf);
  const [work] = await app.rows(Work, { groupId: rows.group.id });
  if (!work) throw new Error('nothing was handed in');
  return {
    ...course,
    params,
    author,
    group: rows.group,
    work,
    submissionId: body.id,
    ofWork: { ...params, workId: work.id },
  };
}

const pastDeadline = '2026-12-12T09:00:00Z';

describeOnEachDatabase('project work', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('is handed in by a group in versions, and every member is told', async () => {
    const { params, participants, author, group, submissionId } = await aHandedInWork(app());
    const [, other] = participants;

    const second = await handInFile(other!.caller, { params }, { ...pdf, name: 'corrected.pdf' });

    expect(second?.status).toBe(201);
    expect(await app().rows(Work, { groupId: group.id })).toMatchObject([
      { attempt: 1, versions: 2, state: 'handed-in' },
    ]);
    const { body } = await author.caller.call(readProjectWork, { params });
    expect(body.works[0]?.versions.map(({ version, files: [file] }) => [version, file?.name, file?.type])).toEqual([
      [2, 'corrected.pdf', 'application/pdf'],
      [1, 'three-diplomas.pdf', 'application/pdf'],
    ]);
    expect(body).toMatchObject({ attempt: 1, attempts: 2, can: { handIn: true }, whyNotHandIn: null });
    expect(body.deadline).toEqual({ until: '2026-12-11T22:59:59.000Z', zone: 'Europe/Rome', reason: null });
    const before = app().mails().length;
    expect(await app().runJobs()).toEqual([]);
    expect(app().mails().length - before).toBe(4);
    const file = await other?.caller.call(readSubmittedFile, {
      params: await ofItsFile(app(), { ...params, submissionId }),
      query: { inPlace: 'true' },
    });
    expect(file?.headers['content-disposition']).toContain('inline');
  });

  it('leaves no bytes of a version that came too late', async () => {
    const { author, params } = await aHandedInWork(app());
    const files = app().get(FileStore);
    const file = await files.write(
      { id: newId(), name: 'late.pdf', type: 'application/pdf', purpose: 'project-work' },
      Buffer.from(pdf.content),
    );
    app().clock.set(new Date(pastDeadline));
    const actor = { accountId: author.account.id, organisation: [], editions: [] };
    const sent = { files: [], links: [], text: '', isOriginal: false, made: file };
    const handIn = () => app().get(HandInWork).run(actor, { params, query: {} }, sent);
    await expect(files.orErase(file, handIn)).rejects.toThrow('deadline-passed');
    await expect(files.read(file.id)).rejects.toThrow('ENOENT');
  });

  it('keeps its files from everybody else', async () => {
    const { params, submissionId, edition } = await aHandedInWork(app());
    const stranger = await aParticipant(app(), edition.id);
    const elsewhere = await aPerson(app(), { editions: [{ editionId: newId(), role: 'tutor' }] });
    const ask = { params: await ofItsFile(app(), { ...params, submissionId }) };
    expect((await stranger.caller.call(readSubmittedFile, ask)).status).toBe(404);
    expect((await elsewhere.caller.call(readSubmittedFile, ask)).status).toBe(403);
    expect((await app().visitor().call(readSubmittedFile, ask)).status).toBe(401);
  });

  it.each([
    ['without a group', {}, 'no-group'],
    ['after the deadline', { late: true, grouped: true }, 'deadline-passed'],
  ])(
    'is not taken %s, and nothing is kept',
    async (_, { late, grouped }: { late?: boolean; grouped?: boolean }, code) => {
      const { edition, participants } = await aCourse(app(), 1);
      const params = { editionId: edition.id };
      if (grouped) {
        const rows = aGroup(
          edition.id,
          participants.map(({ enrolment }) => enrolment.id),
        );
        await app().build(ProjectGroup, rows.group);
        await app().build(GroupMember, ...rows.members);
      }
      if (late) app().clock.set(new Date(pastDeadline));
      const files = (await app().rows(StoredFile)).length;
      const { status, body } = await handInFile(participants[0]!.caller, { params }, pdf);
      expect([status, body?.code]).toEqual([409, `project-work.${code}`]);
      expect((await app().rows(StoredFile)).length).toBe(files);
      expect((await participants[0]?.caller.call(readProjectWork, { params }))?.body.whyNotHandIn?.code).toBe(
        `project-work.${code}`,
      );
    },
  );

  it.each([
    [
      'a program',
      { name: 'tool.pdf', content: Buffer.from('7f454c460201010000000000000000000300', 'hex') },
      'common.file-type-not-taken',
    ],
    [
      'a page with a script',
      { name: 'page.html', content: '<html><script>alert(1)</script></html>\0' },
      'common.file-is-web-page',
    ],
  ])('is not taken as %s', async (_, file, code) => {
    const { params, author, group } = await aHandedInWork(app());
    const { body } = await handInFile(author.caller, { params }, file);
    expect(body.code).toBe(code);
    expect(await app().rows(Work, { groupId: group.id })).toMatchObject([{ versions: 1 }]);
  });

  it('of a person alone makes a group of one, once, also when two files come at once', async () => {
    const { edition, participants } = await aCourse(app(), 1, {
      projectWork: aBrief({ by: 'person' }),
    });
    const params = { editionId: edition.id };
    const [person] = participants;
    const answers = await Promise.all([1, 2].map(() => handInFile(person!.caller, { params }, pdf)));
    expect(answers.map((answer) => answer?.status)).toEqual([201, 201]);
    expect(await app().rows(ProjectGroup, { editionId: edition.id })).toMatchObject([{ name: null }]);
    expect(await app().rows(Work, { editionId: edition.id })).toMatchObject([{ versions: 2 }]);
  });

  it('gets gapless versions when the whole group hands in at once', async () => {
    const { params, participants, work } = await aHandedInWork(app(), 5);
    const answers = await Promise.all(participants.map(({ caller }) => handInFile(caller, { params }, pdf)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    const versions = (await app().rows(Submission, { workId: work.id })).map(({ version }) => version);
    expect(versions.sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is marked once by a tutor, who reads the newest version', async () => {
    const { tutor, ofWork, author, params, work } = await aHandedInWork(app());
    await handInFile(author.caller, { params }, pdf);
    expect((await tutor.caller.call(markWork, { params: ofWork, body: mark })).body).toMatchObject({
      code: 'project-work.newer-version',
      numbers: { read: 1, newest: 2 },
    });
    expect((await tutor.caller.call(markWork, { params: ofWork, body: { ...mark, version: 2 } })).status).toBe(204);
    expect((await tutor.caller.call(markWork, { params: ofWork, body: { ...mark, version: 2 } })).body.code).toBe(
      'project-work.already-marked',
    );
    expect(await app().rows(Work, { id: work.id })).toMatchObject([
      { state: 'marked', outcome: 'passed', markings: 1 },
    ]);
    expect((await handInFile(author.caller, { params }, pdf)).body.code).toBe('project-work.being-marked');
  });

  it('cannot be marked twice at the same moment by one marker', async () => {
    const { tutor, ofWork } = await aHandedInWork(app(), 1, { markers: 2 });
    const answers = await Promise.all([1, 2, 3].map(() => tutor.caller.call(markWork, { params: ofWork, body: mark })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    expect(await app().rows(Marking, { workId: ofWork.workId })).toHaveLength(1);
  });

  it('refuses a grade, an incomplete rubric, an empty comment and the own work', async () => {
    const { tutor, ofWork, params, participants } = await aHandedInWork(app());
    const send = (changes: object) => tutor.caller.call(markWork, { params: ofWork, body: { ...mark, ...changes } });
    expect((await send({ grade: '28/30' })).body.code).toBe('project-work.no-grades');
    expect((await send({ rubric: [] })).body.code).toBe('project-work.rubric-incomplete');
    expect((await send({ outcome: 'not-passed', mustChange: ' ' })).body.code).toBe('project-work.must-change-missing');
    expect((await send({ comment: ' ' })).status).toBe(422);
    const [member] = participants;
    if (!member) throw new Error('nobody');
    expect((await member.caller.call(markWork, { params: ofWork, body: mark })).status).toBe(403);
    const other = await aPerson(app(), { editions: [{ editionId: newId(), role: 'tutor' }] });
    expect((await other.caller.call(markWork, { params: ofWork, body: mark })).status).toBe(403);
    expect((await (await aCoordinator(app())).call(markWork, { params: ofWork, body: mark })).status).toBe(403);
    const foreign = await aCourse(app(), 0);
    const elsewhere = { params: { ...ofWork, editionId: foreign.edition.id }, body: mark };
    expect((await foreign.tutor.caller.call(markWork, elsewhere)).status).toBe(404);
    expect((await foreign.tutor.caller.call(readWorkToMark, { params: elsewhere.params })).status).toBe(404);
    expect(await app().rows(Marking, { workId: ofWork.workId })).toEqual([]);
    expect(params.editionId).toBe(ofWork.editionId);
  });

  it('shows its result to nobody but markers and the coordinator before the release, and to every member after it', async () => {
    const { tutor, ofWork, participants, coordinator, params } = await aHandedInWork(app());
    await tutor.caller.call(markWork, { params: ofWork, body: mark });
    for (const { caller } of participants) {
      const before = await caller.call(readProjectWork, { params });
      expect(before.body.works[0]?.result).toBeNull();
      expect(JSON.stringify(before.body)).not.toContain('Well');
    }
    expect((await coordinator.call(readWorkToMark, { params: ofWork })).body.outcome).toBe('passed');
    expect((await coordinator.call(readRelease, { params })).body).toMatchObject({
      passed: 1,
      notPassed: 0,
      people: 2,
      can: { release: true },
    });

    expect((await tutor.caller.call(releaseResults, { params, body: { nextLastDay: null } })).status).toBe(403);
    expect((await coordinator.call(releaseResults, { params, body: { nextLastDay: null } })).status).toBe(204);

    for (const { caller } of participants)
      expect((await caller.call(readProjectWork, { params })).body.works[0]?.result).toMatchObject({
        outcome: 'passed',
        markings: [{ marker: null, comment: 'Well <b>read</b>.' }],
      });
    await app().runJobs();
    expect((await coordinator.call(releaseResults, { params, body: { nextLastDay: null } })).body.code).toBe(
      'project-work.nothing-to-release',
    );
  });

  it('is released together: not before every work is marked and every group has handed in', async () => {
    const { tutor, ofWork, coordinator, params, edition } = await aHandedInWork(app());
    const release = () => coordinator.call(releaseResults, { params, body: { nextLastDay: null } });
    expect((await release()).body).toMatchObject({ code: 'project-work.works-unmarked', numbers: { works: 1 } });
    await tutor.caller.call(markWork, { params: ofWork, body: mark });
    const { enrolment } = await aParticipant(app(), edition.id);
    await coordinator.call(makeGroup, { params, body: { name: 'Late group', enrolmentIds: [enrolment.id] } });
    expect((await release()).body).toMatchObject({ code: 'project-work.groups-to-come', numbers: { groups: 1 } });
    app().clock.set(new Date(pastDeadline));
    expect((await release()).status).toBe(204);
  });

  it('is released once, and told once to each, however many release it at the same moment, with others or alone', async () => {
    const { tutor, ofWork, coordinator, params, participants } = await aHandedInWork(app());
    await tutor.caller.call(markWork, { params: ofWork, body: mark });
    await app().runJobs();
    const told = () =>
      app()
        .mails()
        .filter((mail) => mail.includes('your result is available')).length;
    const before = told();
    const together = () => coordinator.call(releaseResults, { params, body: { nextLastDay: null } });
    const alone = () =>
      coordinator.call(releaseOneResult, { params: ofWork, body: { reason: 'A job interview.', nextLastDay: null } });
    const answers = await Promise.all([together(), alone(), together(), alone(), together()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409, 409]);
    expect(await app().runJobs()).toEqual([]);
    expect(told() - before).toBe(participants.length);
  });

  it('gives another attempt with a date of its own, as often as the programme allows', async () => {
    const { tutor, ofWork, coordinator, params, author, group } = await aHandedInWork(app());
    await tutor.caller.call(markWork, { params: ofWork, body: { ...mark, outcome: 'not-passed' } });
    expect((await coordinator.call(releaseResults, { params, body: { nextLastDay: null } })).body.code).toBe(
      'project-work.next-deadline-missing',
    );
    expect((await coordinator.call(releaseResults, { params, body: { nextLastDay: '2026-12-20' } })).status).toBe(204);
    app().clock.set(new Date(pastDeadline));
    const { body } = await author.caller.call(readProjectWork, { params });
    expect(body).toMatchObject({ attempt: 2, deadline: { until: '2026-12-20T22:59:59.000Z' }, can: { handIn: true } });
    expect((await handInFile(author.caller, { params }, pdf)).status).toBe(201);
    const again = (await app().rows(Work, { groupId: group.id })).find(({ attempt }) => attempt === 2);
    const params2 = { ...params, workId: again?.id ?? '' };
    await tutor.caller.call(markWork, { params: params2, body: { ...mark, outcome: 'not-passed' } });
    expect((await coordinator.call(releaseResults, { params, body: { nextLastDay: null } })).status).toBe(204);
    expect((await handInFile(author.caller, { params }, pdf)).body.code).toBe('project-work.no-attempt-left');
  });

  it('has a deadline that moves later for everybody, with a reason', async () => {
    const { coordinator, params, author, tutor } = await aHandedInWork(app());
    const extend = (lastDay: string) =>
      coordinator.call(extendProjectDeadline, { params, body: { lastDay, reason: 'A strike of the trains.' } });
    expect((await extend('2026-12-01')).body.code).toBe('project-work.deadline-not-later');
    expect(
      (await tutor.caller.call(extendProjectDeadline, { params, body: { lastDay: '2026-12-18', reason: 'x' } })).status,
    ).toBe(403);
    const days = ['2026-12-15', '2026-12-18', '2026-12-16', '2026-12-14', '2026-12-17'];
    expect(
      (await Promise.all(days.map(extend))).every(
        ({ status, body }) => status === 204 || body.code === 'project-work.deadline-not-later',
      ),
    ).toBe(true);
    app().clock.set(new Date(pastDeadline));
    expect((await author.caller.call(readProjectWork, { params })).body).toMatchObject({
      deadline: { until: '2026-12-18T22:59:59.000Z', reason: 'A strike of the trains.' },
      can: { handIn: true },
    });
  });

  it('belongs to groups that only grow once they handed in, and who joins late has the result', async () => {
    const { coordinator, params, edition, group, participants, tutor, ofWork } = await aHandedInWork(app());
    await tutor.caller.call(markWork, { params: ofWork, body: mark });
    await coordinator.call(releaseResults, { params, body: { nextLastDay: null } });
    const late = await aParticipant(app(), edition.id);
    const ids = participants.map(({ enrolment }) => enrolment.id);
    const change = (enrolmentIds: string[]) =>
      coordinator.call(changeGroup, {
        params: { ...params, groupId: group.id },
        body: { name: 'Group 1', enrolmentIds },
      });
    expect((await change(ids.slice(0, 1))).body.code).toBe('project-work.member-has-handed-in');
    expect((await change([...ids, late.enrolment.id])).status).toBe(204);
    expect((await late.caller.call(readProjectWork, { params })).body.works[0]?.result?.outcome).toBe('passed');
    const second = { params, body: { name: 'Group 2', enrolmentIds: [late.enrolment.id] } };
    expect((await coordinator.call(makeGroup, second)).body.code).toBe('project-work.in-another-group');
    const foreign = await aCourse(app(), 1);
    const stranger = foreign.participants.map(({ enrolment }) => enrolment.id);
    expect((await change([...ids, late.enrolment.id, ...stranger])).body.code).toBe('project-work.not-of-this-edition');
    const { body } = await coordinator.call(readGroups, { params });
    expect([body.groups[0]?.members.length, body.groups[0]?.handedIn, body.withoutGroup]).toEqual([3, true, []]);
  });

  it('takes its members’ minutes, once, in the module of the project', async () => {
    const { params, author, participants } = await aHandedInWork(app());
    const entry = { entryId: newId(), from: '2026-11-20', minutes: 90 };
    for (const body of [entry, entry, { entryId: newId(), from: '2026-11-20', minutes: 30 }])
      expect((await author.caller.call(declareProjectMinutes, { params, body })).status).toBe(204);
    const id = participants[0]?.enrolment.id ?? '';
    expect((await app().get(Ledger).sums([id])).get(id)?.byModule.get(2)?.project).toBe(120);
    expect((await author.caller.call(readProjectWork, { params })).body.minutes).toEqual({
      notional: 300,
      declared: 120,
    });
    const tomorrow = { entryId: newId(), from: '2026-11-24', minutes: 30 };
    expect((await author.caller.call(declareProjectMinutes, { params, body: tomorrow })).body.code).toBe(
      'workload.day-in-the-future',
    );
  });

  it('takes no more minutes for a day than it has room for, of all that was declared, and lets them be taken back', async () => {
    const { edition, params, author, participants } = await aHandedInWork(app());
    const { caller } = author;
    const declare = (minutes: number) =>
      caller.call(declareProjectMinutes, { params, body: { entryId: newId(), from: '2026-11-20', minutes } });
    const study = { entryId: newId(), from: '2026-11-20', minutes: 60 };
    expect((await caller.call(declareSelfStudy, { params: { ...params, moduleNumber: 1 }, body: study })).status).toBe(
      204,
    );
    const answers = await Promise.all([declare(660), declare(660), declare(660)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'workload.day-is-full',
      numbers: { recorded: 720, most: 720 },
    });
    const ledger = { editionId: edition.id, enrolmentId: participants[0]?.enrolment.id ?? '' };
    const { entries } = (await caller.call(readLedger, { params: ledger })).body;
    const wrong = entries.find(({ kind }) => kind === 'project');
    expect(wrong).toMatchObject({ minutes: 660, can: { reverse: true } });
    const asked = {
      params: { editionId: edition.id, entryId: wrong?.id ?? '' },
      body: { reason: 'It was a Saturday.' },
    };
    expect((await caller.call(reverseEntry, asked)).status).toBe(201);
    expect((await declare(660)).status).toBe(204);
  });

  it('is listed by age, each marker’s own, and leads from work to work', async () => {
    const { tutor, ofWork, params, edition, coordinator } = await aHandedInWork(app());
    const [second, third] = [await aParticipant(app(), edition.id), await aParticipant(app(), edition.id)];
    for (const [name, { enrolment, caller }] of Object.entries({ B: second, C: third })) {
      await coordinator.call(makeGroup, { params, body: { name, enrolmentIds: [enrolment.id] } });
      app().clock.set(new Date(app().clock.now().getTime() + 60_000));
      await handInFile(caller, { params }, pdf);
    }
    const list = await tutor.caller.call(readMarkingList, { params });
    expect(list.body.items.map(({ group }) => group)).toEqual(['Group 1', 'B', 'C']);
    expect(list.body.waiting).toBe(3);
    for (const waits of list.body.items) expect(waits).toMatchObject({ markedByMe: false, can: { mark: true } });
    expect(
      (await tutor.caller.call(readMarkingList, { params, query: { which: 'to-mark', after: 'nowhere' } })).body.code,
    ).toBe('common.no-such-place');
    const read = async (query: object) =>
      (await tutor.caller.call(readMarkingList, { params, query: { which: 'to-mark', ...query } })).body;
    const inOrder = async (sort: string) => (await read({ sort })).items.map(({ group }) => group);
    expect([await inOrder('group'), await inOrder('-group'), await inOrder('-handed-in')]).toEqual([
      ['B', 'C', 'Group 1'],
      ['Group 1', 'C', 'B'],
      ['C', 'B', 'Group 1'],
    ]);
    const [placed] = await app().rows(WorkListing, { workId: list.body.items[1]?.workId ?? '' });
    const [searched, behind] = [
      await read({ q: 'KOVAC b' }),
      await read({
        sort: 'group',
        after: JSON.stringify([placed?.listedAs, list.body.items[1]?.handedInAt, list.body.items[1]?.workId]),
      }),
    ];
    expect([searched.found, searched.items[0]?.members, behind.items.map(({ group }) => group)]).toEqual([
      1,
      [expect.objectContaining({ enrolmentId: second.enrolment.id })],
      ['C', 'Group 1'],
    ]);
    const [, b, c] = list.body.items;
    const older = await read({ sort: '-handed-in', after: JSON.stringify([c?.handedInAt, c?.workId]) });
    expect(older.items.map(({ group }) => group)).toEqual(['B', 'Group 1']);
    const open = async (workId?: string) =>
      (await tutor.caller.call(readWorkToMark, { params: { ...params, workId: workId ?? '' } })).body;
    expect((await open(ofWork.workId)).next).toBe(b?.workId);
    expect((await open(c?.workId)).next).toBe(ofWork.workId);
    await tutor.caller.call(markWork, { params: ofWork, body: mark });
    expect((await tutor.caller.call(readMarkingList, { params })).body.items.map(({ group }) => group)).toEqual([
      'B',
      'C',
    ]);
    const others = await tutor.caller.call(readMarkingList, { params, query: { which: 'others' } });
    expect(others.body.items).toMatchObject([
      { group: 'Group 1', state: 'marked', markedByMe: true, can: { mark: false } },
    ]);
  });

  it('costs the same number of statements for few people and for many', async () => {
    const small = await aHandedInWork(app(), 1);
    const large = await aHandedInWork(app(), 12);
    const cost = async ({ tutor, author, coordinator, params, ofWork }: typeof small) => [
      (await author.caller.call(readProjectWork, { params })).statements,
      (await tutor.caller.call(readMarkingList, { params })).statements,
      (await tutor.caller.call(readMarkingList, { params, query: { which: 'to-mark', q: 'a', sort: 'group' } }))
        .statements,
      (await tutor.caller.call(readWorkToMark, { params: ofWork })).statements,
      (await coordinator.call(readGroups, { params })).statements,
      (await coordinator.call(readRelease, { params })).statements,
    ];
    // The first responses may read rows that later ones find in a cache.
    await cost(small);
    await cost(large);
    expect(await cost(large)).toEqual(await cost(small));
  });
});
