import {
  declareProjectMinutes,
  extendProjectDeadline,
  makeGroup,
  markWork,
  readGroups,
  readMarkingList,
  readMyCompletion,
  readProjectWork,
  readRelease,
  readTimer,
  releaseResults,
  startTimer,
  stopTimer,
} from '@libretto/contracts';
import { newId } from '../../platform/database/new-id';
import { handInFile } from '../../testing/hand-in-file';
import { aCourse } from '../../testing/course';
import { smallPdf } from '../../testing/small-files';
import { describeOnEachDatabase, type TestApp } from '../../testing/test-app';
import { aBrief } from '../programmes/programme.builder';

const pdf = { name: 'work.pdf', content: smallPdf };
const same = (text: string) => ({ en: text, it: text });
const mark = {
  version: 1,
  outcome: 'passed' as const,
  rubric: [{ row: 'accuracy', level: 'met' as const }],
  comment: 'Sound.',
};
/** The first brief is that of an address which names none. */
const portfolio = {};
const report = { brief: 'report' };

/** Two people with a portfolio each, in the first module, and a report of both, in the second. */
async function twoBriefs(app: TestApp) {
  const course = await aCourse(app, 2, {
    projectWork: [
      aBrief({ id: 'portfolio', title: same('Portfolio'), by: 'person', module: 1, weight: 40 }),
      aBrief({ id: 'report', title: same('Report'), markers: 2, weight: 60 }),
    ],
  });
  const [ana, bruno] = course.participants;
  if (!ana || !bruno) throw new Error('two people are needed');
  return { ...course, ana, bruno, params: { editionId: course.edition.id } };
}

describeOnEachDatabase('several briefs', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('have timers of their own, in the module of each', async () => {
    const { ana, params } = await twoBriefs(app());
    const timed = async (body: object) => {
      const timerId = newId();
      await ana.caller.call(startTimer, { params, body: { timerId, ...body } });
      const { running } = (await ana.caller.call(readTimer, {})).body;
      await ana.caller.call(stopTimer, { body: { timerId, zone: 'UTC' } });
      return running && [running.kind, running.moduleNumber, running.brief];
    };
    const reportModule = aBrief().module;
    expect(await timed(report)).toEqual(['project', reportModule, 'report']);
    expect(await timed({})).toEqual(['project', 1, 'portfolio']);
    expect(await timed({ moduleNumber: 1 })).toEqual(['self-study', 1, null]);
    expect(await timed({ brief: 'nothing' })).toBeNull();
  });

  it('have groups, deadlines, versions and minutes of their own', async () => {
    const { ana, bruno, params, coordinator } = await twoBriefs(app());
    expect((await handInFile(ana.caller, { params, query: portfolio }, pdf)).status).toBe(201);
    expect((await handInFile(ana.caller, { params, query: report }, pdf)).body.code).toBe('project-work.no-group');

    const enrolmentIds = [ana.enrolment.id, bruno.enrolment.id];
    const group = { name: 'Both', enrolmentIds };
    // Ana is in a group of one for the portfolio already, which keeps her from no group for the report.
    expect((await coordinator.call(makeGroup, { params, query: report, body: group })).status).toBe(201);
    expect((await coordinator.call(makeGroup, { params, query: report, body: group })).body.code).toBe(
      'project-work.in-another-group',
    );
    expect((await handInFile(bruno.caller, { params, query: report }, pdf)).status).toBe(201);

    const later = { lastDay: '2026-12-18', reason: 'The library was closed.' };
    expect((await coordinator.call(extendProjectDeadline, { params, query: report, body: later })).status).toBe(204);
    await ana.caller.call(declareProjectMinutes, {
      params,
      query: portfolio,
      body: { entryId: newId(), from: '2026-11-20', minutes: 90 },
    });

    const own = (await ana.caller.call(readProjectWork, { params, query: report })).body;
    expect(own).toMatchObject({ briefId: 'report', by: 'group', group: { name: 'Both' }, minutes: { declared: 0 } });
    expect(own.briefs).toMatchObject([
      { id: 'portfolio', weight: 40, versions: 1, deadline: { reason: null } },
      { id: 'report', weight: 60, versions: 1, deadline: { reason: 'The library was closed.' } },
    ]);
    expect((await ana.caller.call(readProjectWork, { params, query: portfolio })).body).toMatchObject({
      briefId: 'portfolio',
      group: { name: null, members: [{ enrolmentId: ana.enrolment.id }] },
      minutes: { declared: 90 },
    });
    const groups = (await coordinator.call(readGroups, { params, query: report })).body;
    expect(groups.groups).toMatchObject([{ name: 'Both', members: [{}, {}] }]);
    expect(groups.withoutGroup).toEqual([]);
  });

  it('are marked and released each by itself, and all of them are passed in the end', async () => {
    const { ana, bruno, params, coordinator, tutor } = await twoBriefs(app());
    for (const { caller } of [ana, bruno]) await handInFile(caller, { params, query: portfolio }, pdf);
    const group = { name: 'Both', enrolmentIds: [ana.enrolment.id, bruno.enrolment.id] };
    await coordinator.call(makeGroup, { params, query: report, body: group });
    await handInFile(ana.caller, { params, query: report }, pdf);

    const list = (query: { brief?: string }) =>
      tutor.caller.call(readMarkingList, { params, query: { which: 'to-mark', ...query } });
    expect((await list({})).body).toMatchObject({ waiting: 3, found: 3, briefs: [{}, {}] });
    expect((await list({ brief: 'portfolio' })).body).toMatchObject({ waiting: 2, found: 2, items: [{}, {}] });
    expect((await list(report)).body.items).toMatchObject([{ brief: 'report', markersNeeded: 2 }]);

    for (const { workId } of (await list({ brief: 'portfolio' })).body.items)
      await tutor.caller.call(markWork, { params: { ...params, workId }, body: mark });
    const release = { params, body: { nextLastDay: null } };
    expect((await coordinator.call(readRelease, { params, query: report })).body.whyNotRelease?.code).toBe(
      'project-work.works-unmarked',
    );
    expect((await coordinator.call(releaseResults, { ...release, query: report })).status).toBe(409);
    await app().runJobs();
    const before = app().mails().length;
    expect((await coordinator.call(releaseResults, { ...release, query: portfolio })).status).toBe(204);
    expect(await app().runJobs()).toEqual([]);
    expect(
      app()
        .mails()
        .slice(before)
        .filter((mail) => mail.includes('Portfolio')),
    ).toHaveLength(2);

    const { briefs } = (await ana.caller.call(readProjectWork, { params, query: report })).body;
    expect(briefs).toMatchObject([{ result: 'passed' }, { result: null }]);
    const completion = (await ana.caller.call(readMyCompletion, { params })).body;
    expect(completion.requirements.find(({ kind }) => kind === 'project-work')).toMatchObject({
      met: false,
      missing: 1,
      works: [
        { title: same('Portfolio'), passed: true },
        { title: same('Report'), passed: false, work: { attempt: 1, result: null } },
      ],
    });
  });

  it('do not know a brief that the programme does not have', async () => {
    const { ana, coordinator, params } = await twoBriefs(app());
    const query = { brief: 'essay' };
    expect((await ana.caller.call(readProjectWork, { params, query })).status).toBe(404);
    expect((await handInFile(ana.caller, { params, query }, pdf)).status).toBe(404);
    expect((await coordinator.call(releaseResults, { params, query, body: { nextLastDay: null } })).status).toBe(404);
  });
});
