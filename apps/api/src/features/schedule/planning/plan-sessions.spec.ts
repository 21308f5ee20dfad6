import { checkSessionPlan, planSessions, readPlanning, type SessionPlan } from '@libretto/contracts';
import { OutboxRow } from '../../../platform/database/outbox-row.entity';
import { anEditionOf, aParticipant, aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { aDefinition } from '../../programmes/programme.builder';
import { aRoom, aSession } from '../session.builder';
import { Room } from '../timetable/room.entity';
import { Session } from '../timetable/session.entity';

type Line = SessionPlan['lines'][number];

/** Module 1 is online, module 2 in presence. The edition runs from 24 November to 11 December 2026. */
async function aPlan(app: TestApp) {
  const { id: editionId } = await anEditionOf(app);
  const tutor = await aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const [room] = await app.build(Room, aRoom({ venue: 'Palazzo Ò' }));
  const online: Line = {
    module: '1',
    title: 'Policy',
    day: '2026-11-26',
    from: '14:00',
    to: '16:00',
    room: '',
    link: 'https://meet.example/a',
  };
  const inRoom: Line = { ...online, module: '2', title: 'Groups', room: room!.name, link: '' };
  const input = (lines: Line[], zone = 'Europe/Rome') => ({ params: { editionId }, body: { zone, lines } });
  const check = async (...lines: Line[]) => (await tutor.caller.call(checkSessionPlan, input(lines))).body;
  const plan = (...lines: Line[]) => tutor.caller.call(planSessions, input(lines));
  const sessions = () => app.rows(Session, { editionId });
  return { editionId, tutor, room: room!, online, inRoom, input, check, plan, sessions };
}

describeOnEachDatabase('a plan of several sessions', (app) => {
  it('is looked at and then saved as it was looked at, by the clocks of its zone', async () => {
    const { check, plan, online, inRoom, room, sessions } = await aPlan(app());
    const lines = [
      online,
      { ...online, day: '3/12/2026', from: '9.30', to: '11h00' },
      inRoom,
      { ...inRoom, day: '2026-11-27', room: `${room.name.toUpperCase()}, palazzo o` },
    ];
    const { lines: checked, modules } = await check(...lines);
    expect(checked.map(({ fault, startsAt, room: booked }) => [fault, startsAt, booked?.id ?? null])).toEqual([
      [null, '2026-11-26T13:00:00.000Z', null],
      [null, '2026-12-03T08:30:00.000Z', null],
      [null, '2026-11-26T13:00:00.000Z', room.id],
      [null, '2026-11-27T13:00:00.000Z', room.id],
    ]);
    expect(modules.map(({ number, planned }) => [number, planned])).toEqual([
      [1, 210],
      [2, 240],
    ]);
    expect(await sessions()).toEqual([]);
    expect((await plan(...lines)).status).toBe(204);
    const saved = await sessions();
    expect(saved.map(({ startsAt }) => startsAt.toISOString()).sort()).toEqual(
      checked.map(({ startsAt }) => startsAt).sort(),
    );
    expect(saved.filter(({ mode }) => mode === 'online').map(({ joinUrl, roomId }) => [joinUrl, roomId])).toEqual([
      ['https://meet.example/a', null],
      ['https://meet.example/a', null],
    ]);
    expect((await check(online)).modules[0]?.planned).toBe(330);
  });

  it.each([
    ['a module that is not there', { module: '9' }, 'no-such-module'],
    ['a day that is none', { day: '30/2/2026' }, 'no-such-day'],
    ['a time that is none', { to: '25:00' }, 'no-such-time'],
    ['a day outside the edition', { day: '2027-05-01' }, 'outside-the-edition'],
    ['an end before the start', { to: '13:00' }, 'ends-before-it-starts'],
    ['yesterday', { day: '2026-11-22' }, 'starts-in-the-past'],
    ['no title', { title: ' ' }, 'title-unfit'],
    ['a title with a hidden turn', { title: 'Ana \u202egnoW' }, 'title-unfit'],
    ['no link', { link: '' }, 'link-missing'],
    ['a link that is code', { link: 'javascript:alert(1)' }, 'link-unfit'],
    ['a room that is not there', { module: '2', room: 'Aula <b>' }, 'no-such-room'],
    ['no room', { module: '2', room: '' }, 'room-missing'],
  ])('is told its fault, and saves nothing: %s', async (_, values, code) => {
    const { check, plan, online, sessions } = await aPlan(app());
    const { lines } = await check(online, { ...online, ...values });
    expect(lines.map(({ fault }) => fault?.code ?? null)).toEqual([null, `schedule.${code}`]);
    const answer = await plan(online, { ...online, ...values });
    expect(answer.body).toMatchObject({ code: 'schedule.plan-has-faults', numbers: { rows: 1 } });
    expect(await sessions()).toEqual([]);
  });

  it('books a room once within itself, and once against others who plan at the same moment', async () => {
    const { check, plan, inRoom, room } = await aPlan(app());
    const { lines } = await check(
      inRoom,
      { ...inRoom, from: '15:00', to: '17:00' },
      { ...inRoom, from: '16:00', to: '17:00' },
    );
    expect(lines.map(({ fault }) => fault !== null)).toEqual([false, true, false]);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        plan({ ...inRoom, day: '2026-11-28' }, { ...inRoom, day: `2026-12-0${n + 1}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'schedule.plan-has-faults')).toHaveLength(7);
    expect(await app().rows(Session, { roomId: room.id })).toHaveLength(2);
  });

  it('shows what tutors of the edition have at the same time, in any edition', async () => {
    const { check, tutor, online, editionId } = await aPlan(app());
    const { id: other } = await anEditionOf(app());
    const { id: foreign } = await anEditionOf(app());
    const both = await aPerson(app(), {
      editions: [
        { editionId, role: 'tutor' },
        { editionId: other, role: 'participant' },
      ],
    });
    await app().build(
      Session,
      aSession({ editionId: other, title: 'Their own course' }),
      aSession({ editionId: other, title: 'Cancelled', state: 'cancelled' }),
      aSession({ editionId: foreign, title: 'Somebody else’s' }),
      aSession({ editionId, title: 'Already here' }),
    );
    expect([both.account.id, tutor.account.id]).toHaveLength(2);
    const { lines } = await check(online, { ...online, from: '16:00', to: '17:00' });
    expect(lines.map(({ clashes }) => clashes.sessions.map(({ title }) => title).sort())).toEqual([
      ['Already here', 'Their own course'],
      [],
    ]);
    const own = lines[0]?.clashes.sessions.find(({ title }) => title === 'Their own course');
    expect(own?.tutors).toHaveLength(1);
  });

  it('takes as many statements for two hundred lines as for one, and one event for all', async () => {
    const { tutor, plan, online, input } = await aPlan(app());
    const many = Array.from({ length: 200 }, (_, n) => ({ ...online, title: `Session ${n}` }));
    const looked = async (lines: Line[]) => (await tutor.caller.call(checkSessionPlan, input(lines))).statements;
    // The first one reads the programme, which is remembered.
    await looked([online]);
    const one = await looked([online]);
    expect(one).toBeLessThanOrEqual(8);
    expect(await looked(many)).toBe(one);
    const before = (await app().rows(OutboxRow)).length;
    expect((await plan(...many)).status).toBe(204);
    expect((await app().rows(OutboxRow)).length - before).toBeLessThanOrEqual(1);
    expect((await plan(...many, online)).body.code).toBe('common.bad-input');
  });

  it('starts from what the programme foresees, on the days of the edition', async () => {
    const { modules } = aDefinition();
    const sessions = [{ title: { en: 'Opening', it: 'Apertura' }, day: 31, from: '14:00', to: '16:00' }];
    const { id: editionId } = await anEditionOf(app(), {
      modules: modules.map((module) => (module.number === 1 ? { ...module, sessions } : module)),
    });
    const tutor = await aPerson(app(), { editions: [{ editionId, role: 'tutor' }] });
    const { foreseen } = (await tutor.caller.call(readPlanning, { params: { editionId } })).body;
    expect(foreseen).toEqual([
      { moduleNumber: 1, title: { en: 'Opening', it: 'Apertura' }, day: '2026-12-02', from: '14:00', to: '16:00' },
    ]);
  });

  it('keeps the programme’s times of day over a change of clocks', async () => {
    const { modules } = aDefinition();
    const title = { en: 'Opening', it: 'Apertura' };
    const sessions = [1, 15].map((day) => ({ title, day, from: '14:00', to: '16:00' }));
    const run = { startsOn: '2027-03-22', endsOn: '2027-04-30' };
    const { id: editionId } = await anEditionOf(
      app(),
      { modules: modules.map((module) => ({ ...module, sessions })) },
      run,
    );
    const tutor = await aPerson(app(), { editions: [{ editionId, role: 'tutor' }] });
    const params = { editionId };
    const { foreseen, zone } = (await tutor.caller.call(readPlanning, { params })).body;
    const lines = foreseen.slice(0, 2).map(({ moduleNumber, day, from, to }) => ({
      ...{ module: String(moduleNumber), title: 'Opening', day, from, to },
      ...{ room: '', link: 'https://meet.example/a' },
    }));
    const { body } = await tutor.caller.call(checkSessionPlan, { params, body: { zone, lines } });
    expect(body.lines.map(({ startsAt }) => startsAt)).toEqual([
      '2027-03-22T13:00:00.000Z',
      '2027-04-05T12:00:00.000Z',
    ]);
  });

  it('is for those who plan', async () => {
    const { editionId, input, online } = await aPlan(app());
    const ana = await aParticipant(app(), editionId);
    expect((await ana.caller.call(checkSessionPlan, input([online]))).status).toBe(403);
    expect((await ana.caller.call(planSessions, input([online]))).status).toBe(403);
  });
});
