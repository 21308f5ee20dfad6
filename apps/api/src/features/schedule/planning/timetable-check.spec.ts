import { setTimeout } from 'node:timers/promises';
import {
  assignTutors,
  changeRoom,
  checkMove,
  checkTimetable,
  listSessions,
  moveSession,
  planSession,
  removeRole,
} from '@libretto/contracts';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { aCoordinator, anEditionOf, aParticipant, aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { AccountLeaves, RoleRegister } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { Attendance } from '../attendance/attendance.entity';
import { anAttendance, aRoom, aSession } from '../session.builder';
import { Room } from '../timetable/room.entity';
import { Session } from '../timetable/session.entity';
import { SessionTutor } from '../timetable/session-tutor.entity';

const at = (day: string, from: string, to: string) => ({
  startsAt: new Date(`${day}T${from}:00Z`),
  endsAt: new Date(`${day}T${to}:00Z`),
});

/** Two editions at the same time with one session each; Teresa teaches in both, Tom here; Ana and Ivo take part in both. */
async function twoEditions(app: TestApp) {
  const [{ id: editionId }, { id: otherId }] = [await anEditionOf(app), await anEditionOf(app)];
  const teaching = (...ids: string[]) => ({ editions: ids.map((id) => ({ editionId: id, role: 'tutor' as const })) });
  const teresa = await aPerson(app, teaching(editionId, otherId), { givenName: 'Teresa', familyName: 'Tavares' });
  const tom = await aPerson(app, teaching(editionId), { givenName: 'Tom', familyName: 'Thaler' });
  for (const who of ['ana', 'ivo']) {
    const { account } = await aParticipant(app, editionId);
    expect(who).toBeTruthy();
    await app
      .get(Transaction)
      .run((tx) => app.get(RoleRegister).grant(tx, { accountId: account.id, editionId: otherId, role: 'participant' }));
  }
  const [here, there] = await app.build(
    Session,
    aSession({ editionId, title: 'Policy', ...at('2026-11-26', '13:00', '15:00') }),
    aSession({ editionId: otherId, title: 'Street photography', ...at('2026-11-27', '13:00', '15:00') }),
  );
  const params = { editionId, sessionId: here!.id };
  const wish = (day: string, from: string, to: string) => ({
    params,
    body: { startsLocal: `${day}T${from}`, endsLocal: `${day}T${to}`, zone: 'Europe/Rome' },
  });
  return { editionId, otherId, teresa, tom, here: here!, there: there!, params, wish };
}

describeOnEachDatabase('a look at the timetable', (app) => {
  it('says before a move who would be in two places at once, what speaks against it and who gets an e-mail', async () => {
    const { teresa, tom, wish, params, here } = await twoEditions(app());
    const look = async (...values: Parameters<typeof wish>) =>
      (await teresa.caller.call(checkMove, wish(...values))).body;
    expect(await look('2026-11-27', '15:00', '16:00')).toEqual({
      startsAt: '2026-11-27T14:00:00.000Z',
      endsAt: '2026-11-27T15:00:00.000Z',
      fault: null,
      clashes: { sessions: [{ title: 'Street photography', tutors: ['Teresa Tavares'] }], participants: 2 },
      people: 4,
    });
    expect((await look('2026-11-27', '16:00', '17:00')).clashes).toEqual({ sessions: [], participants: 0 });
    expect((await look('2027-03-01', '16:00', '17:00')).fault?.code).toBe('schedule.outside-the-edition');
    expect(await look('2026-11-27', 'noon!'.slice(0, 5), '17:00').catch(() => null)).toMatchObject({
      code: 'common.bad-input',
    });

    // Another tutor is assigned: Teresa is not needed, the participants still are.
    await tom.caller.call(assignTutors, { params, body: { tutorIds: [tom.account.id] } });
    expect((await look('2026-11-27', '15:00', '16:00')).clashes).toEqual({ sessions: [], participants: 2 });
    expect((await app().rows(Session, { id: here.id }))[0]?.startsAt).toEqual(here.startsAt);

    expect((await teresa.caller.call(moveSession, wish('2026-11-27', '15:00', '16:00'))).status).toBe(204);
    const { body } = await teresa.caller.call(checkTimetable, { params });
    expect(body.sessions).toEqual([{ id: here.id, clashes: { sessions: [], participants: 2 } }]);
    expect(body.modules.map(({ number, planned, notional }) => [number, planned, notional])).toEqual([
      [1, 60, 300],
      [2, 0, 300],
    ]);
    expect(body.people).toBe(4);
  });

  it('costs as many statements for forty sessions and thirty people as for one and two', async () => {
    const { teresa, editionId, otherId, params, wish } = await twoEditions(app());
    const cost = async () => [
      (await teresa.caller.call(checkTimetable, { params })).statements,
      (await teresa.caller.call(checkMove, wish('2026-11-27', '15:00', '16:00'))).statements,
      (await teresa.caller.call(listSessions, { params })).statements,
    ];
    await cost();
    const few = await cost();
    for (const edition of [editionId, otherId])
      await app().build(Session, ...Array.from({ length: 40 }, () => aSession({ editionId: edition })));
    for (let more = 0; more < 5; more++) await aParticipant(app(), editionId);
    expect(await cost()).toEqual(few);
    for (const statements of few) expect(statements).toBeLessThanOrEqual(8);
  });

  it('assigns tutors of the edition, each once, and forgets whoever is one no longer', async () => {
    const { teresa, tom, params, editionId, otherId } = await twoEditions(app());
    const assign = (...tutorIds: string[]) => teresa.caller.call(assignTutors, { params, body: { tutorIds } });
    const ana = await aParticipant(app(), editionId);
    expect((await assign(ana.account.id)).body.code).toBe('schedule.no-such-tutor');
    const shown = async () => (await ana.caller.call(listSessions, { params })).body.sessions[0]?.tutors;
    await Promise.all([assign(tom.account.id, tom.account.id), assign(tom.account.id), assign(tom.account.id)]);
    expect(await app().rows(SessionTutor, { sessionId: params.sessionId })).toHaveLength(1);
    expect(await shown()).toEqual([{ id: tom.account.id, name: 'Tom Thaler' }]);
    await app()
      .get(Transaction)
      .run((tx) => app().get(RoleRegister).revoke(tx, { accountId: tom.account.id, editionId, role: 'tutor' }));
    expect(await shown()).toEqual([]);
    expect(await app().rows(SessionTutor, { sessionId: params.sessionId })).toEqual([]);
    const elsewhere = { editionId: otherId, sessionId: params.sessionId };
    expect((await teresa.caller.call(assignTutors, { params: elsewhere, body: { tutorIds: [] } })).status).toBe(404);
    expect((await assign()).status).toBe(204);
  });

  it('needs every tutor again once the one who was assigned loses the role there, or leaves', async () => {
    const { teresa, wish, here, there } = await twoEditions(app());
    const editions = [here, there].map(({ editionId }) => ({ editionId, role: 'tutor' as const }));
    const { account } = await aPerson(app(), { editions }, { givenName: 'Theo', familyName: 'Tin' });
    const assigned = { accountId: account.id };
    for (const { id: sessionId } of [here, there])
      await app().build(SessionTutor, { id: newId(), sessionId, ...assigned });
    const tutorsAtBoth = async () => {
      const { body } = await teresa.caller.call(checkMove, wish('2026-11-27', '15:00', '16:00'));
      return body.clashes.sessions.flatMap(({ tutors }) => tutors);
    };
    expect(await tutorsAtBoth()).toEqual(['Theo Tin']);
    const coordinator = await aCoordinator(app());
    const { editionId } = there;
    const removed = { params: { editionId, accountId: account.id, role: 'tutor' as const } };
    expect((await coordinator.call(removeRole, removed)).status).toBe(204);
    expect(await tutorsAtBoth()).toEqual([]);
    expect(await app().rows(SessionTutor, assigned)).toEqual([expect.objectContaining({ sessionId: here.id })]);
    await app()
      .get(Transaction)
      .run((tx) => tx.publish(new AccountLeaves(account.id)));
    expect(await tutorsAtBoth()).toEqual(['Teresa Tavares']);
    expect(await app().rows(SessionTutor, assigned)).toEqual([]);
  });

  it('assigns nobody whose role is taken away at the same moment', async () => {
    const { teresa, tom, params, editionId } = await twoEditions(app());
    const assign = () => teresa.caller.call(assignTutors, { params, body: { tutorIds: [tom.account.id] } });
    const assigning = await app()
      .get(Transaction)
      .run(async (tx) => {
        await app().get(EditionDirectory).lock(tx, editionId);
        await app().get(RoleRegister).revoke(tx, { accountId: tom.account.id, editionId, role: 'tutor' });
        const answer = assign();
        // Long enough to have been answered, if it did not wait.
        await setTimeout(300);
        return { answer };
      });
    expect((await assigning.answer).body.code).toBe('schedule.no-such-tutor');
    expect(await app().rows(SessionTutor, { sessionId: params.sessionId })).toEqual([]);
  });

  it('finds nothing against moving a session from which somebody is excused beforehand', async () => {
    const { teresa, wish, here } = await twoEditions(app());
    const { enrolment } = await aParticipant(app(), here.editionId);
    const asked = wish('2026-11-27', '16:00', '17:00');
    const of = { sessionId: here.id, enrolmentId: enrolment.id, byAccountId: teresa.account.id };
    await app().build(Attendance, anAttendance({ ...of, mark: 'excused' }));
    expect((await teresa.caller.call(checkMove, asked)).body.fault).toBeNull();
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Attendance, of, { mark: 'late' }));
    expect((await teresa.caller.call(checkMove, asked)).body.fault?.code).toBe('schedule.roll-begun');
  });

  it('is for those who plan', async () => {
    const { editionId, params, wish } = await twoEditions(app());
    const { caller } = await aParticipant(app(), editionId);
    const answers = await Promise.all([
      caller.call(checkTimetable, { params }),
      caller.call(checkMove, wish('2026-11-27', '15:00', '16:00')),
      caller.call(assignTutors, { params, body: { tutorIds: [] } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });
});

describeOnEachDatabase('the place of a session', (app) => {
  it('may be a room and a link at once, either of which is taken away again', async () => {
    const { teresa, params, editionId, wish } = await twoEditions(app());
    const [room] = await app().build(Room, aRoom());
    const both = { roomId: room!.id, joinUrl: 'https://meet.example/both' };
    const { body: wished } = wish('2026-11-28', '09:00', '10:00');
    const planned = { moduleNumber: 2, title: 'Groups', ...wished, ...both };
    const { body } = await teresa.caller.call(planSession, { params, body: planned });
    const stored = async () => {
      const [session] = await app().rows(Session, { id: body.id });
      return [session?.roomId, session?.joinUrl];
    };
    expect(await stored()).toEqual([both.roomId, both.joinUrl]);
    const session = { editionId, sessionId: body.id };
    const move = (place: object) => teresa.caller.call(moveSession, { params: session, body: { ...wished, ...place } });
    expect((await move({ roomId: null })).body.code).toBe('schedule.room-missing');
    expect((await move({ joinUrl: null })).status).toBe(204);
    expect(await stored()).toEqual([both.roomId, null]);
    // An online session with a room books it like any other.
    expect((await teresa.caller.call(moveSession, { params, body: { ...wished, roomId: room!.id } })).body.code).toBe(
      'schedule.room-taken',
    );
  });

  it('is a room that its coordinator changes, down to the chairs that its bookings need', async () => {
    const { teresa, params, editionId } = await twoEditions(app());
    const [room, namesake] = await app().build(Room, aRoom(), aRoom());
    await app().build(Session, aSession({ editionId, roomId: room!.id, title: 'Groups', mode: 'in-presence' }));
    const coordinator = await aCoordinator(app());
    const { id: roomId, ...words } = room!;
    const change = (values: Partial<Room>, by = coordinator) =>
      by.call(changeRoom, { params: { ...params, roomId }, body: { ...words, ...values } });
    expect((await change({ capacity: 24 })).body).toMatchObject({
      code: 'schedule.room-is-needed',
      numbers: { people: 25, title: 'Groups' },
    });
    expect((await change({ name: namesake!.name })).body.code).toBe('schedule.room-exists');
    expect((await change({ capacity: 25, accessibility: 'Lift <b>beside</b> the door.' })).status).toBe(204);
    expect(await app().rows(Room, { id: roomId })).toEqual([
      expect.objectContaining({ capacity: 25, accessibility: 'Lift <b>beside</b> the door.' }),
    ]);
    expect((await change({}, teresa.caller)).status).toBe(403);
    const unknown = { params: { ...params, roomId: newId() }, body: words };
    expect((await coordinator.call(changeRoom, unknown)).status).toBe(404);
  });

  it('keeps its chairs, though its room shrinks and is booked at the same moment', async () => {
    const { teresa, params, wish } = await twoEditions(app());
    const coordinator = await aCoordinator(app());
    const { body: wished } = wish('2026-11-28', '09:00', '10:00');
    for (let round = 0; round < 4; round++) {
      const [room] = await app().build(Room, aRoom());
      const { id: roomId, ...words } = room!;
      const answers = await Promise.all([
        coordinator.call(changeRoom, { params: { ...params, roomId }, body: { ...words, capacity: 10 } }),
        teresa.caller.call(planSession, {
          params,
          body: { moduleNumber: 2, title: 'Groups', ...wished, roomId },
        }),
      ]);
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    }
  });
});
