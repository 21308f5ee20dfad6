import { markWork, readWorkToMark, setIndividualResult } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { type EntityManager, In } from 'typeorm';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { allReadRoutes, idsOf } from '../../../testing/all-read-routes';
import { aCourse } from '../../../testing/course';
import { aPerson } from '../../../testing/fixtures';
import { aDocx } from '../../../platform/files/manuscript.builder';
import { handInFile } from '../../../testing/hand-in-file';
import { oneOfEach } from '../../../testing/one-of-each';
import { aPdf } from '../../../testing/small-files';
import { describeOnEachDatabase, TestApp } from '../../../testing/test-app';
import { aBrief, aPeerFeedback } from '../../programmes/programme.builder';
import { Contribution } from '../contributions/contribution.entity';
import { AskPeers } from '../peers/ask-peers';
import { PeerFeedback, PeerGiver } from '../peers/peer-feedback.entity';
import { ProjectDeadline } from '../work/project-deadline.entity';
import { GroupMember, ProjectGroup } from '../work/project-group.entity';
import { aGroup, aWork } from '../work/project-work.builder';
import { Submission, SubmittedFile, Work } from '../work/work.entity';
import { WorkspaceTask } from '../workspace/tasks/workspace-task.entity';

const at = new Date('2026-11-20T09:00:00Z');

/** Two groups of an edition whose works are marked without names, and a marker: one of the groups has handed in. */
async function anEditionWithTwoGroups(app: TestApp, stage: 'first' | 'second' = 'first', kind: Kind = 'pdf') {
  app.clock.set(new Date('2026-11-23T09:12:34Z'));
  const within = { rubric: aBrief().rubric };
  const peerFeedback = aPeerFeedback({ within, counts: 'completion' });
  const projectWork = aBrief({ anonymous: true, late: 'flag', similarity: true, peerFeedback });
  const { edition, participants, coordinator } = await aCourse(app, 3, { projectWork });
  const editionId = edition.id;
  const [ana, bo, cleo] = participants as [Member, Member, Member];
  const groups = [
    aGroup(editionId, [ana.enrolment.id, bo.enrolment.id], 'Zagreb'),
    aGroup(editionId, [cleo.enrolment.id], 'Lyon'),
  ] as const;
  for (const { group, members } of groups) {
    await app.build(ProjectGroup, group);
    await app.build(GroupMember, ...members);
  }
  const sides = [
    { person: ana, group: groups[0].group },
    { person: cleo, group: groups[1].group },
  ] as const;
  if (stage === 'second')
    for (const { person, group } of sides) {
      const fileId = newId();
      await app.build(StoredFile, await fileOf(app, fileId, person, kind));
      const state = { state: 'released', outcome: 'not-passed', waits: false, releasedAt: at } as const;
      const rows = aWork({ group, by: person.account.id, fileId, at }, state);
      await app.build(Work, rows.work);
      await app.build(Submission, rows.submission);
      await app.build(SubmittedFile, rows.file);
    }
  const [{ person, group }] = sides;
  const deadline = { editionId, briefId: group.briefId, setBy: person.account.id, at };
  const until = new Date('2026-12-01T18:00:00Z');
  const ofAll = { groupId: null, enrolmentId: null, reason: null, until: new Date('2026-12-01T09:00:00Z') };
  for (const attempt of [1, 2]) await app.build(ProjectDeadline, { id: newId(), ...deadline, ...ofAll, attempt });
  await app.build(ProjectDeadline, {
    id: newId(),
    ...deadline,
    ...ofAll,
    attempt: 1,
    groupId: group.id,
    reason: 'Ill.',
    until,
  });
  const file = { name: `${nameOf(person)}.${kind}`, content: await works[kind](person) };
  const handedIn = await handInFile(person.caller, { params: { editionId } }, file);
  expect(handedIn.status).toBe(201);
  const submissionId = (handedIn.body as { id: string }).id;
  const [submission] = await app.rows(Submission, { id: submissionId });
  const [submitted] = await app.rows(SubmittedFile, { submissionId });
  const { workId } = submission as Submission;
  const { fileId } = submitted as SubmittedFile;
  // Of a group whose first work is released they are read beside that one.
  const contributed = { id: newId(), groupId: group.id, enrolmentId: person.enrolment.id, words: 'All of it.', at };
  if (stage === 'first') await app.build(Contribution, contributed);
  const task = {
    title: 'Hand in',
    enrolmentId: null,
    dueOn: null,
    doneAt: at,
    addedBy: person.account.id,
    addedAt: at,
  };
  await app.build(WorkspaceTask, { id: newId(), groupId: group.id, ...task });
  await app.runJobs();
  // Peers are asked once their deadline has passed: of one group two members, of the other nobody.
  app.clock.set(new Date('2026-12-02T09:00:00Z'));
  await app.get(AskPeers).in(editionId);
  await app.runJobs();
  app.clock.set(new Date('2026-11-23T09:12:34Z'));
  const editions = [{ editionId, role: 'tutor' as const }];
  const ines = await aPerson(app, { editions });
  const actor: Actor = { accountId: ines.account.id, organisation: [], editions };
  return { editionId, sides, bo, ines, actor, coordinator, workId, fileId, kind };
}

type Member = Awaited<ReturnType<typeof aCourse>>['participants'][number];
type Edition = Awaited<ReturnType<typeof anEditionWithTwoGroups>>;
const nameOf = ({ account }: Member) => `${account.givenName} ${account.familyName}`;

/** The same work as each of them would have handed it in: whose it is, is only inside of the file. */
const works = {
  pdf: (person: Member) =>
    aPdf(1, 'Findings', (pdf) => {
      pdf.setAuthor(`${nameOf(person)}, ${person.account.email}`);
      pdf.setCreationDate(at);
      pdf.setModificationDate(at);
    }),
  docx: (person: Member) =>
    aDocx(
      `<w:p><w:ins w:id="1" w:author="${nameOf(person)}" w:date="${at.toISOString()}"><w:r><w:t>Findings.</w:t></w:r></w:ins></w:p>`,
      {
        'docProps/core.xml': `<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>${nameOf(person)}</dc:creator></cp:coreProperties>`,
      },
    ),
};
type Kind = keyof typeof works;
const types: Record<Kind, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

const fileOf = async (app: TestApp, id: string, person: Member, kind: Kind) =>
  app
    .get(FileStore)
    .write(
      { id, name: `${nameOf(person)}.${kind}`, type: types[kind], purpose: 'project-work' },
      await works[kind](person),
    );

/** Makes of an edition its twin, in which the other group handed in: nothing else is different. */
async function asOfTheOther(app: TestApp, { sides, bo, workId, fileId, kind }: Edition) {
  const [{ person: ana, group: before }, { person, group }] = sides;
  const file = await fileOf(app, fileId, person, kind);
  const [from, to] = [{ groupId: before.id }, { groupId: group.id }];
  await app.get(Transaction).run(async ({ manager }) => {
    await manager.update(Work, { id: workId }, to);
    await manager.update(Submission, { workId }, { handedInBy: person.account.id });
    await manager.update(StoredFile, { id: fileId }, { name: file.name, bytes: file.bytes, sha256: file.sha256 });
    await manager.update(ProjectDeadline, from, to);
    await manager.update(Contribution, from, { ...to, enrolmentId: person.enrolment.id });
    await manager.update(WorkspaceTask, from, { ...to, addedBy: person.account.id });
    await asksOfTheOther(manager, [ana, bo], person);
  });
}

/** Asks the other group for feedback, of which nobody else is a member; nothing changes where both have been asked. */
async function asksOfTheOther(manager: EntityManager, asked: readonly Member[], { enrolment }: Member) {
  if (await manager.existsBy(PeerGiver, { enrolmentId: enrolment.id })) return;
  const seats = await manager.findBy(PeerGiver, { enrolmentId: In(asked.map((one) => one.enrolment.id)) });
  expect(seats).toHaveLength(2);
  await manager.delete(PeerFeedback, { giverId: In(seats.map(({ id }) => id)) });
  await manager.delete(PeerGiver, { id: In(seats.map(({ id }) => id)) });
  await manager.insert(PeerGiver, { id: newId(), roundId: seats[0]!.roundId, enrolmentId: enrolment.id });
}

/** All that the marker can read, and what they get who search for each of the people. */
async function readBy(app: TestApp, { actor, editionId, sides }: Edition): Promise<string[]> {
  const words = sides.flatMap(({ person, group }) => [person.account.familyName, String(group.name)]);
  const known = await idsOf(app);
  return allReadRoutes(app, { actor, editionId, known, hidden: new Map(), words, answered: new Map() });
}

const marks = ({ ines, editionId, workId }: Edition) =>
  ines.caller.call(markWork, {
    params: { editionId, workId },
    body: {
      version: 1,
      outcome: 'not-passed',
      rubric: [{ row: 'accuracy', level: 'not-met' }],
      comment: 'No.',
      mustChange: 'All.',
    },
  });

describe('two editions that differ only in who handed in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.on(undefined);
    // What is asked later would be answered otherwise: time stands still, and goes on only where it is set.
    let now = app.clock.now();
    jest.spyOn(app.clock, 'now').mockImplementation(() => now);
    jest.spyOn(app.clock, 'set').mockImplementation((then) => void (now = then));
  }, 240_000);
  afterAll(() => app?.close());

  it.each([
    ['handed in', 'pdf'],
    ['handed in', 'docx'],
    ['marked', 'pdf'],
    ['handed in for the second attempt', 'pdf'],
  ] as const)(
    'are the same to whoever marks, wherever they look: a work that is %s as %s',
    async (stage, kind) => {
      const edition = await anEditionWithTwoGroups(app, stage.includes('second') ? 'second' : 'first', kind);
      await oneOfEach(app, edition.editionId);
      if (stage === 'marked') expect((await marks(edition)).status).toBe(204);
      const one = await readBy(app, edition);
      await asOfTheOther(app, edition);
      const twin = await readBy(app, edition);
      for (const [index, answer] of one.entries()) expect(twin[index]).toBe(answer);
      expect(one.length).toBe(twin.length);
      expect(one.filter((answer) => answer.includes('\n200 ')).length).toBeGreaterThan(40);
      expect(one.some((answer) => answer.includes(edition.workId))).toBe(false);
    },
    240_000,
  );

  it('are told from each other once the result is released', async () => {
    const edition = await anEditionWithTwoGroups(app);
    const released = { state: 'released', outcome: 'passed', waits: false, releasedAt: at } as const;
    await app.get(Transaction).run(({ manager }) => manager.update(Work, { id: edition.workId }, released));
    const one = await readBy(app, edition);
    await asOfTheOther(app, edition);
    const different = (await readBy(app, edition)).filter((answer, index) => answer !== one[index]);
    for (const address of ['/project-work/marking/', '/completion/'])
      expect(different.some((answer) => answer.includes(address))).toBe(true);
  }, 240_000);
});

describeOnEachDatabase('a marker who may not know whose work it is', (app) => {
  it('learns from no id when it was handed in, and from no place in a list', async () => {
    const edition = await anEditionWithTwoGroups(app());
    const [work] = await app().rows(Work, { id: edition.workId });
    const [submission] = await app().rows(Submission, { workId: edition.workId });
    expect([work?.id, submission?.id].map((id) => id?.charAt(14))).toEqual(['4', '4']);
    expect(work?.handedInAt).toEqual(new Date('2026-11-23T00:00:00Z'));
    expect(submission?.at.getTime()).toBeGreaterThan(new Date('2026-11-23T09:12:33Z').getTime());
    const { body } = await edition.ines.caller.call(readWorkToMark, {
      params: { editionId: edition.editionId, workId: edition.workId },
    });
    const [submitted] = await app().rows(SubmittedFile, { submissionId: submission!.id });
    expect(submitted?.id.charAt(14)).toBe('4');
    expect(body.versions).toMatchObject([{ files: [{ id: submitted?.id, sha256: '', bytes: 65_536 }] }]);
  });

  it('cannot try out whose it is by giving somebody a result of their own', async () => {
    const edition = await anEditionWithTwoGroups(app());
    const { editionId, workId, ines, coordinator, bo, sides } = edition;
    expect((await marks(edition)).status).toBe(204);
    const body = { outcome: 'passed', reason: 'Did it all.' } as const;
    const set = (who: typeof coordinator, enrolmentId: string) =>
      who.call(setIndividualResult, { params: { editionId, workId, enrolmentId }, body });
    for (const { enrolment } of [bo, sides[1].person])
      expect((await set(ines.caller, enrolment.id)).body.code).toBe('project-work.names-hidden');
    expect((await set(coordinator, sides[1].person.enrolment.id)).status).toBe(404);
    expect((await set(coordinator, bo.enrolment.id)).status).toBe(204);
  });
});
