import {
  declareProjectMinutes,
  declareSelfStudy,
  discardTimedDay,
  readTimer,
  startTimer,
  stopTimer,
} from '@libretto/contracts';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { anEditionOf, anEnrolmentIn, aParticipant, givenRole } from '../../../testing/fixtures';
import { type Caller, describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { WorkloadEntry } from '../workload-entry.entity';
import { TimedDay } from './timed-day.entity';
import { WorkTimer } from './work-timer.entity';

/** The clock of the specs shows 23 November 2026. */
async function aParticipantWithATimer(app: TestApp) {
  const edition = await anEditionOf(app);
  const ana = await aParticipant(app, edition.id);
  const params = { editionId: edition.id };
  const start = (moduleNumber?: number, timerId = newId(), by: Caller = ana.caller) =>
    by.call(startTimer, { params, body: { timerId, ...(moduleNumber && { moduleNumber }) } });
  const stop = (timerId: string, zone = 'Europe/Rome', by: Caller = ana.caller) =>
    by.call(stopTimer, { body: { timerId, zone } });
  const timer = async (by: Caller = ana.caller) => (await by.call(readTimer, {})).body;
  /** A timer that was started then. */
  const startedAt = async (time: string, moduleNumber = 1) => {
    const timerId = newId();
    await start(moduleNumber, timerId);
    await app
      .get(Transaction)
      .run((tx) => tx.manager.update(WorkTimer, { id: timerId }, { startedAt: new Date(time) }));
    return timerId;
  };
  return { edition, ana, params, start, stop, timer, startedAt };
}

const ago = (app: TestApp, minutes: number) => new Date(app.clock.now().getTime() - minutes * 60_000).toISOString();

describeOnEachDatabase('a timer', (app) => {
  it('runs wherever its person is signed in, for a module or for the project work', async () => {
    const { ana, params, start, timer } = await aParticipantWithATimer(app());
    expect(await timer()).toEqual({ running: null, measured: [] });
    const timerId = newId();
    expect([(await start(2, timerId)).status, (await start(2, timerId)).status]).toEqual([204, 204]);
    const elsewhere = await app().signedIn(ana.account.id);
    expect((await timer(elsewhere)).running).toMatchObject({
      id: timerId,
      ...params,
      moduleNumber: 2,
      kind: 'self-study',
    });
    expect((await start()).body).toMatchObject({ code: 'workload.timer-is-running', numbers: { moduleNumber: 2 } });
    await ana.caller.call(stopTimer, { body: { timerId, zone: 'Europe/Rome' } });
    expect((await start()).status).toBe(204);
    expect((await timer()).running).toMatchObject({ kind: 'project' });
  });

  it('is one, though eight start at once, in two editions', async () => {
    const { ana, start } = await aParticipantWithATimer(app());
    const other = await anEditionOf(app());
    await anEnrolmentIn(app(), other.id, ana);
    const caller = await givenRole(app(), ana.account.id, { editionId: other.id, role: 'participant' });
    const there = () =>
      caller.call(startTimer, { params: { editionId: other.id }, body: { timerId: newId(), moduleNumber: 1 } });
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => (at % 2 ? start(1) : there())));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ body }) => body?.code === 'workload.timer-is-running')).toHaveLength(7);
    expect(await app().rows(WorkTimer, { accountId: ana.account.id })).toHaveLength(1);
  });

  it('leaves its minutes once, though two devices stop it, until they are recorded', async () => {
    const { ana, params, startedAt, stop, timer } = await aParticipantWithATimer(app());
    const timerId = await startedAt(ago(app(), 90));
    expect((await Promise.all([stop(timerId), stop(timerId)])).map(({ status }) => status)).toEqual([204, 204]);
    const { running, measured } = await timer();
    expect(running).toBeNull();
    expect(measured).toMatchObject([{ moduleNumber: 1, kind: 'self-study', minutes: 90, isCut: false }]);
    const [day] = measured;
    if (!day) throw new Error('nothing was measured');
    const body = { entryId: day.id, from: day.day, minutes: 75 };
    const declaring = { params: { ...params, moduleNumber: 1 }, body };
    expect((await ana.caller.call(declareSelfStudy, declaring)).status).toBe(204);
    expect((await ana.caller.call(declareSelfStudy, declaring)).status).toBe(204);
    expect(await app().rows(WorkloadEntry, { enrolmentId: ana.enrolment.id })).toMatchObject([{ minutes: 75 }]);
    expect((await timer()).measured).toEqual([]);
  });

  it('splits its minutes at the midnight of the person’s zone', async () => {
    const { startedAt, stop, timer } = await aParticipantWithATimer(app());
    await stop(await startedAt(ago(app(), 700)), 'Pacific/Auckland');
    await stop(await startedAt(ago(app(), 700)), 'America/Los_Angeles');
    const { measured } = await timer();
    expect(measured.length).toBeGreaterThan(2);
    expect(measured.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(1400);
    expect(measured.map(({ day }) => day)).toEqual(measured.map(({ day }) => day).sort());
  });

  it('that was forgotten is cut to what a day may hold, and one of seconds leaves nothing', async () => {
    const { start, startedAt, stop, timer } = await aParticipantWithATimer(app());
    const short = newId();
    await start(1, short);
    await stop(short, 'UTC');
    expect((await timer()).measured).toEqual([]);
    await stop(await startedAt(ago(app(), 4000)), 'UTC');
    const { measured } = await timer();
    expect(measured.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(720);
    expect(measured.every(({ isCut }) => isCut)).toBe(true);
  });

  it('measures project time, which is discarded where its person wants that', async () => {
    const { ana, params, start, stop, timer } = await aParticipantWithATimer(app());
    const timerId = newId();
    await start(undefined, timerId);
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(WorkTimer, { id: timerId }, { startedAt: new Date(ago(app(), 30)) }));
    await stop(timerId, 'UTC');
    const [day] = (await timer()).measured;
    expect(day).toMatchObject({ kind: 'project', minutes: 30 });
    const timedDayId = day?.id as string;
    expect((await ana.caller.call(discardTimedDay, { body: { timedDayId } })).status).toBe(204);
    expect((await timer()).measured).toEqual([]);
    const anyId = { entryId: newId(), from: '2026-11-20', minutes: 10 };
    expect((await ana.caller.call(declareProjectMinutes, { params, body: anyId })).status).toBe(204);
  });

  it('is nobody else’s to see, to stop or to discard', async () => {
    const { edition, params, startedAt, stop, timer } = await aParticipantWithATimer(app());
    const ben = await aParticipant(app(), edition.id);
    const timerId = await startedAt(ago(app(), 30));
    expect(await timer(ben.caller)).toEqual({ running: null, measured: [] });
    await stop(timerId, 'UTC', ben.caller);
    expect((await timer()).running?.id).toBe(timerId);
    await stop(timerId, 'UTC');
    const [day] = (await timer()).measured;
    const timedDayId = day?.id as string;
    await ben.caller.call(discardTimedDay, { body: { timedDayId } });
    // An entry with that id is his own and leaves hers.
    const body = { entryId: timedDayId, from: '2026-11-20', minutes: 10 };
    await ben.caller.call(declareSelfStudy, { params: { ...params, moduleNumber: 1 }, body });
    expect(await app().rows(TimedDay, { id: timedDayId })).toHaveLength(1);
    expect((await ben.caller.call(startTimer, { params, body: { timerId: newId(), moduleNumber: 9 } })).status).toBe(
      404,
    );
  });

  it('is refused a zone that is none', async () => {
    const { stop } = await aParticipantWithATimer(app());
    expect((await stop(newId(), 'Europe/Atlantis')).body.code).toBe('common.bad-input');
  });
});
