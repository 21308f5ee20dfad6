import {
  markWorks,
  type ProgrammeBrief,
  readMarkingTable,
  recordProfessorship,
  saveMarkingDraft,
} from '@libretto/contracts';
import { aCourse, aWaitingWork } from '../../../testing/course';
import { aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { aBrief } from '../../programmes/programme.builder';
import { Marking, Work } from '../work/work.entity';
import { codeOf } from '../anonymity/masks';
import { MarkingDraft } from './marking-draft.entity';

const university = { name: 'Example University', country: 'IT', university: true };
const partner = { ...university, role: { en: 'Partner', it: 'Partner' }, cooperation: 2 as const };
const saying = {
  version: 1,
  rubric: [{ row: 'accuracy', level: 'met' }],
  outcome: 'passed' as const,
  comment: 'Well read.',
};

/** A class in which everybody handed in alone. */
async function aClass(app: TestApp, works: number, brief: Partial<ProgrammeBrief> = {}) {
  const course = await aCourse(app, works, { projectWork: aBrief({ by: 'person', ...brief }), partners: [partner] });
  const editionId = course.edition.id;
  const waiting: Awaited<ReturnType<typeof aWaitingWork>>[] = [];
  for (const { enrolment, account } of course.participants)
    waiting.push(await aWaitingWork(app, editionId, [{ enrolmentId: enrolment.id, accountId: account.id }]));
  const ids = waiting.map(({ work }) => work.id);
  const jean = await aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const params = { editionId };
  const mark = ({ caller }: typeof jean, ...works: object[]) =>
    caller.call(markWorks, { params, body: { works: works as never } });
  const read = async ({ caller }: typeof jean) => (await caller.call(readMarkingTable, { params })).body;
  return { ...course, ids, ines: course.tutor, jean, params, mark, read };
}

describeOnEachDatabase('the table of marks', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('marks a whole class with one request, and names those that are refused', async () => {
    const { ids, ines, mark, read } = await aClass(app(), 4);
    const [first = '', second = '', third = '', fourth = ''] = ids;
    await mark(ines, { ...saying, workId: fourth });
    const { body } = await mark(
      ines,
      { ...saying, workId: first },
      { ...saying, workId: second, outcome: 'not-passed' },
      { ...saying, workId: third, outcome: 'not-passed', mustChange: 'Sources.', stays: 'The cases.' },
      { ...saying, workId: fourth },
    );
    expect(body.marked).toEqual([first, third]);
    expect(body.refused.map(({ workId, why }) => [workId, why.code])).toEqual([
      [second, 'project-work.must-change-missing'],
      [fourth, 'project-work.already-marked'],
    ]);
    expect(await app().rows(Work, { id: first })).toMatchObject([{ state: 'marked', outcome: 'passed', waits: false }]);
    expect(await app().rows(Work, { id: second })).toMatchObject([{ state: 'handed-in', markings: 0, waits: true }]);
    expect(await app().rows(Marking, { workId: third })).toMatchObject([
      { outcome: 'not-passed', mustChange: 'Sources.', stays: 'The cases.', markerId: ines.account.id },
    ]);
    const { items, works } = await read(ines);
    expect([works, items.map(({ own }) => own?.outcome ?? null)]).toEqual([
      4,
      ['passed', null, 'not-passed', 'passed'],
    ]);
    expect(items.map(({ can, whyNotMark }) => [can.mark, whyNotMark?.code])).toEqual([
      [false, 'project-work.already-marked'],
      [true, undefined],
      [false, 'project-work.already-marked'],
      [false, 'project-work.already-marked'],
    ]);
  });

  it('holds to what holds for one work: blind markers, who is at it, own work, versions, grades', async () => {
    const grades = { scale: 'thirty' as const };
    const { ids, ines, jean, mark, read, coordinator, params, participants } = await aClass(app(), 3, {
      markers: 2,
      grades,
    });
    const [first = '', second = '', third = ''] = ids;
    const graded = { ...saying, grade: '28' };
    const codes = async (who: typeof jean, ...works: object[]) =>
      (await mark(who, ...works)).body.refused.map(({ why }) => why.code.split('.')[1]);
    expect(await codes(jean, { ...graded, workId: first })).toEqual(['grade-needs-professor']);
    await coordinator.call(recordProfessorship, {
      params: { ...params, accountId: jean.account.id },
      body: { university: university.name },
    });
    expect(await codes(jean, { ...graded, workId: first }, { ...saying, version: 2, workId: second })).toEqual([
      'newer-version',
    ]);
    expect((await read(jean)).items[0]?.own).toMatchObject({ grade: '28' });
    expect((await read(ines)).items[0]).toMatchObject({ own: null, can: { mark: true } });
    expect([(await read(jean)).grades.length, (await read(ines)).grades]).toEqual([32, []]);
    await codes(ines, { ...saying, outcome: 'not-passed', mustChange: 'Sources.', workId: first });
    expect(await app().rows(Work, { id: first })).toMatchObject([{ state: 'differing', outcome: null, markings: 2 }]);

    const lucia = await aPerson(app(), { editions: [{ editionId: params.editionId, role: 'tutor' }] });
    for (const { caller } of [ines, jean])
      await caller.call(saveMarkingDraft, {
        params: { ...params, workId: third },
        body: { from: { comment: '' }, to: { comment: 'Hm.' } },
      });
    expect(await codes(lucia, { ...saying, workId: third })).toEqual(['somebody-marks']);
    expect((await read(ines)).items[2]?.draft.comment).toBe('Hm.');
    expect(await codes(ines, { ...saying, workId: third })).toEqual([]);
    expect(await app().rows(MarkingDraft, { workId: third })).toMatchObject([{ markerId: jean.account.id }]);
    // A participant is no marker, and a work of another edition is none of this table.
    const [participant] = participants;
    expect((await participant?.caller.call(readMarkingTable, { params }))?.status).toBe(403);
    expect(
      (await participant?.caller.call(markWorks, { params, body: { works: [{ ...saying, workId: second }] } }))?.status,
    ).toBe(403);
    const elsewhere = await aClass(app(), 1);
    expect(await codes(ines, { ...saying, workId: elsewhere.ids[0] })).toEqual(['not-found']);
    expect(await app().rows(Work, { id: elsewhere.ids[0] })).toMatchObject([{ markings: 0 }]);
  });

  it('hides whose works they are where the brief is anonymous', async () => {
    const { ids, ines, read } = await aClass(app(), 2, { anonymous: true });
    expect((await read(ines)).items.map(({ by }) => by)).toEqual(ids.map(codeOf));
  });

  it('takes a work once, whatever comes at the same time, and none that is named twice', async () => {
    const { ids, ines, mark } = await aClass(app(), 6);
    const works = ids.map((workId) => ({ ...saying, workId }));
    const answers = await Promise.all([mark(ines, ...works), mark(ines, ...works.toReversed()), mark(ines, ...works)]);
    expect(answers.map(({ body }) => body.marked.length).sort()).toEqual([0, 0, 6]);
    expect(await app().rows(Marking, { markerId: ines.account.id })).toHaveLength(6);
    const [first] = works;
    expect((await mark(ines, { ...first }, { ...first })).status).toBe(422);
  });

  it('costs the same number of statements for one work and for a hundred', async () => {
    const [few, many] = [await aClass(app(), 1), await aClass(app(), 100)];
    const cost = async ({ ids, ines, mark, params }: typeof few) => [
      (await ines.caller.call(readMarkingTable, { params })).statements,
      (await mark(ines, ...ids.map((workId) => ({ ...saying, workId })))).statements,
      await app()
        .rows(Work, { editionId: params.editionId, state: 'marked' })
        .then(({ length }) => length === ids.length),
    ];
    const [one, hundred] = [await cost(few), await cost(many)];
    expect(hundred).toEqual(one);
    expect(one[0]).toBeLessThanOrEqual(8);
  });
});
