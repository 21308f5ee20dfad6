import {
  addRoom,
  cancelSession,
  type InputOf,
  listSessions,
  moveSession,
  planSession,
  readPlanning,
  readToday,
} from '@libretto/contracts';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { anEditionOf, aParticipant, aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { OutboxRow } from '../../../platform/database/outbox-row.entity';
import { RoleRegister } from '../../accounts';
import { Attendance } from '../attendance/attendance.entity';
import { Room } from '../timetable/room.entity';
import { aRoom, aSession, anAttendance } from '../session.builder';
import { Session } from '../timetable/session.entity';

/** Module 1 is online, module 2 in presence; 25 places; the clock of the specs shows 23 November 2026, 9:00 UTC. */
async function aCourse(app: TestApp) {
  const edition = await anEditionOf(app);
  const editionId = edition.id;
  const tutor = await aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const [room] = await app.build(Room, aRoom());
  const online = {
    moduleNumber: 1,
    title: 'Policy',
    startsLocal: '2026-11-26T14:00',
    endsLocal: '2026-11-26T16:00',
    zone: 'Europe/Rome',
    joinUrl: 'https://meet.example/a',
  };
  const { joinUrl: _, ...inPresence } = { ...online, moduleNumber: 2, title: 'Groups', roomId: room!.id };
  type Plan = InputOf<typeof planSession>['body'];
  const plan = (body: Plan) => tutor.caller.call(planSession, { params: { editionId }, body });
  const sessions = () => app.rows(Session, { editionId });
  return { edition, editionId, tutor, room: room!, online, inPresence, plan, sessions };
}

describeOnEachDatabase('sessions', (app) => {
  describe('planning', () => {
    it('stores the instants of the times that were typed', async () => {
      const { online, plan, sessions } = await aCourse(app());
      expect((await plan(online)).status).toBe(201);
      const [session] = await sessions();
      expect(session).toMatchObject({
        mode: 'online',
        state: 'planned',
        zone: 'Europe/Rome',
        joinUrl: 'https://meet.example/a',
      });
      expect(session?.startsAt.toISOString()).toBe('2026-11-26T13:00:00.000Z');
      expect(session?.endsAt.toISOString()).toBe('2026-11-26T15:00:00.000Z');
    });

    it.each([
      ['a module that is not there', { moduleNumber: 9 }, 'schedule.no-such-module'],
      ['a zone that is none', { zone: 'Europe/Atlantis' }, 'schedule.no-such-zone'],
      ['an end before the start', { endsLocal: '2026-11-26T13:00' }, 'schedule.ends-before-it-starts'],
      ['two days', { endsLocal: '2026-11-28T13:00' }, 'schedule.too-long'],
      ['yesterday', { startsLocal: '2026-11-22T14:00', endsLocal: '2026-11-22T16:00' }, 'schedule.starts-in-the-past'],
      [
        'a day after the edition',
        { startsLocal: '2026-12-12T14:00', endsLocal: '2026-12-12T16:00' },
        'schedule.outside-the-edition',
      ],
      ['no link', { joinUrl: undefined }, 'schedule.link-missing'],
      ['a link without encryption', { joinUrl: 'http://meet.example/a' }, 'common.bad-input'],
      ['a link that is code', { joinUrl: 'javascript:alert(1)' }, 'common.bad-input'],
      ['no title', { title: '  ' }, 'common.bad-input'],
    ])('changes nothing for %s', async (_, values, code) => {
      const { online, plan, sessions } = await aCourse(app());
      expect((await plan({ ...online, ...values })).body.code).toBe(code);
      expect(await sessions()).toEqual([]);
    });

    it('needs a room where people meet, and one that takes everybody', async () => {
      const { inPresence, plan, sessions } = await aCourse(app());
      expect((await plan({ ...inPresence, roomId: undefined })).body.code).toBe('schedule.room-missing');
      const [small] = await app().build(Room, aRoom({ capacity: 24 }));
      expect((await plan({ ...inPresence, roomId: small!.id })).body).toMatchObject({
        code: 'schedule.room-too-small',
        numbers: { capacity: 24, people: 25 },
      });
      expect(await sessions()).toEqual([]);
    });

    it('books a room once for a time, also across editions, though ten try at once', async () => {
      const { inPresence, plan, room } = await aCourse(app());
      const other = await aCourse(app());
      const tries = Array.from({ length: 10 }, (_, n) =>
        (n % 2 ? plan : other.plan)({ ...inPresence, endsLocal: `2026-11-26T16:${10 + n}` }),
      );
      const answers = await Promise.all(tries);
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.filter(({ body }) => body.code === 'schedule.room-taken')).toHaveLength(9);
      expect(await app().rows(Session, { roomId: room.id })).toHaveLength(1);
      expect(
        (await plan({ ...inPresence, startsLocal: '2026-11-26T16:30', endsLocal: '2026-11-26T17:30' })).status,
      ).toBe(201);
    });

    it('starts from the modules, the rooms and the zone of the edition', async () => {
      const { editionId, room, tutor } = await aCourse(app());
      const { body } = await tutor.caller.call(readPlanning, { params: { editionId } });
      expect(body).toMatchObject({
        zone: 'Europe/Rome',
        modules: [
          { number: 1, mode: 'online' },
          { number: 2, mode: 'in-presence' },
        ],
      });
      expect(body.rooms.map(({ id }) => id)).toContain(room.id);
    });

    it('knows a room by its name once per venue', async () => {
      const { editionId, tutor } = await aCourse(app());
      const body = {
        venue: 'Ateneo <b>',
        address: 'Corso Umberto I 40, Napoli',
        name: `Aula ${newId()}`,
        capacity: 40,
        accessibility: '',
        coordinates: '',
        radius: 0,
      };
      const add = () => tutor.caller.call(addRoom, { params: { editionId }, body });
      expect([(await add()).status, (await add()).body.code]).toEqual([201, 'schedule.room-exists']);
      expect(await app().rows(Room, { name: body.name })).toEqual([expect.objectContaining({ venue: 'Ateneo <b>' })]);
    });
  });

  describe('moving and cancelling', () => {
    /** The mails with this text, their folded lines and their transfer encoding undone. */
    const mailsWith = (text: string) =>
      app()
        .mails()
        .map((mail) =>
          Buffer.from(
            mail
              .replace(/=\r?\n/g, '')
              .replace(/\r?\n /g, ' ')
              .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
            'latin1',
          ).toString(),
        )
        .filter((mail) => mail.includes(text));

    it('moves to another time and place, and tells participants and tutors once', async () => {
      const { editionId, inPresence, plan, tutor } = await aCourse(app());
      const ana = await aParticipant(app(), editionId, { language: 'it', timeZone: 'Europe/Lisbon' });
      const { id: sessionId } = (await plan(inPresence)).body;
      const [hall] = await app().build(Room, aRoom({ venue: 'Hall <i>' }));
      const body = {
        startsLocal: '2026-11-27T10:00',
        endsLocal: '2026-11-27T12:00',
        zone: 'Europe/Rome',
        roomId: hall!.id,
      };
      expect((await tutor.caller.call(moveSession, { params: { editionId, sessionId }, body })).status).toBe(204);
      expect(await app().rows(Session, { id: sessionId })).toMatchObject([
        { roomId: hall!.id, startsAt: new Date('2026-11-27T09:00:00Z') },
      ]);
      expect(await app().runJobs()).toEqual([]);
      const mails = mailsWith('Groups');
      const toAna = mails.filter((mail) => mail.includes(`To: ${ana.account.email}`));
      expect(toAna).toHaveLength(1);
      expect(toAna[0]).toContain('Subject: Spostato: Groups');
      expect(toAna[0]).toContain('Ora tua: venerdì 27 novembre 2026, 09:00–11:00 (Lisbon).');
      expect(toAna[0]).toContain('Hall &#60;i&#62;, ');
      expect(mails.filter((mail) => mail.includes(`To: ${tutor.account.email}`))).toHaveLength(1);
    });

    it('asks for one mail each, so that a long list never outlasts a run, and for one where somebody is two things', async () => {
      const { editionId, inPresence, plan, tutor } = await aCourse(app());
      const ana = await aParticipant(app(), editionId);
      const asTutor = { accountId: ana.account.id, editionId, role: 'tutor' as const };
      await app()
        .get(Transaction)
        .run((tx) => app().get(RoleRegister).grant(tx, asTutor));
      const params = { editionId, sessionId: (await plan(inPresence)).body.id };
      const body = { startsLocal: '2026-11-27T10:00', endsLocal: '2026-11-27T12:00', zone: 'Europe/Rome' };
      expect((await tutor.caller.call(moveSession, { params, body })).status).toBe(204);
      expect((await tutor.caller.call(cancelSession, { params, body: { reason: 'A strike.' } })).status).toBe(204);
      const runs = (await app().rows(OutboxRow, { job: 'schedule.tell-of-change' }))
        .map(({ payload }) => payload as { sessionId: string; accountId: string; change: string })
        .filter(({ sessionId }) => sessionId === params.sessionId);
      const toldOf = (change: string) =>
        runs
          .filter((run) => run.change === change)
          .map(({ accountId }) => accountId)
          .sort();
      const everybody = [ana.account.id, tutor.account.id].sort();
      expect([toldOf('moved'), toldOf('cancelled')]).toEqual([everybody, everybody]);
    });

    it('keeps the link where no other is typed', async () => {
      const { editionId, online, plan, sessions, tutor } = await aCourse(app());
      const { id: sessionId } = (await plan(online)).body;
      const body = { startsLocal: '2026-11-27T10:00', endsLocal: '2026-11-27T12:00', zone: 'Europe/Lisbon' };
      expect((await tutor.caller.call(moveSession, { params: { editionId, sessionId }, body })).status).toBe(204);
      expect(await sessions()).toMatchObject([
        { joinUrl: 'https://meet.example/a', zone: 'Europe/Lisbon', startsAt: new Date('2026-11-27T10:00:00Z') },
      ]);
    });

    it('may move within its own time in its own room', async () => {
      const { editionId, inPresence, plan, tutor } = await aCourse(app());
      const { id: sessionId } = (await plan(inPresence)).body;
      const body = { startsLocal: '2026-11-26T14:30', endsLocal: '2026-11-26T16:30', zone: 'Europe/Rome' };
      expect((await tutor.caller.call(moveSession, { params: { editionId, sessionId }, body })).status).toBe(204);
    });

    it('frees the room of a cancelled session, says why, and tells everybody', async () => {
      const { editionId, inPresence, plan, tutor } = await aCourse(app());
      const ana = await aParticipant(app(), editionId);
      const { id: sessionId } = (await plan({ ...inPresence, title: 'Cancelled one' })).body;
      const cancel = () =>
        tutor.caller.call(cancelSession, { params: { editionId, sessionId }, body: { reason: 'A strike <script>.' } });
      expect([(await cancel()).status, (await cancel()).body.code]).toEqual([204, 'schedule.no-such-step']);
      expect((await plan(inPresence)).status).toBe(201);
      const { body } = await ana.caller.call(listSessions, { params: { editionId } });
      expect(body.sessions[0]).toMatchObject({ state: 'cancelled', cancelledBecause: 'A strike <script>.' });
      expect(await app().runJobs()).toEqual([]);
      const mails = mailsWith('Subject: Cancelled: Cancelled one');
      expect(mails).toHaveLength(2);
      expect(mails.join('')).toContain('<p>Reason: A strike &#60;script&#62;.</p>');
    });

    it.each([
      ['held', { state: 'held' as const }, 'schedule.roll-closed', 'schedule.no-such-step'],
      ['cancelled', { state: 'cancelled' as const }, 'schedule.session-cancelled', 'schedule.no-such-step'],
    ])('leaves one that is %s as it is', async (_, values, onMove, onCancel) => {
      const { editionId, tutor } = await aCourse(app());
      const [session] = await app().build(Session, aSession({ editionId, ...values }));
      const params = { editionId, sessionId: session!.id };
      const body = { startsLocal: '2026-11-27T10:00', endsLocal: '2026-11-27T12:00', zone: 'Europe/Rome' };
      expect((await tutor.caller.call(moveSession, { params, body })).body.code).toBe(onMove);
      expect((await tutor.caller.call(cancelSession, { params, body: { reason: 'x' } })).body.code).toBe(onCancel);
    });

    it('leaves one whose roll has begun where it is', async () => {
      const { editionId, tutor } = await aCourse(app());
      const ana = await aParticipant(app(), editionId);
      const [session] = await app().build(Session, aSession({ editionId }));
      await app().build(
        Attendance,
        anAttendance({ sessionId: session!.id, enrolmentId: ana.enrolment.id, byAccountId: tutor.account.id }),
      );
      const body = { startsLocal: '2026-11-27T10:00', endsLocal: '2026-11-27T12:00', zone: 'Europe/Rome' };
      const answer = await tutor.caller.call(moveSession, { params: { editionId, sessionId: session!.id }, body });
      expect(answer.body.code).toBe('schedule.roll-begun');
    });
  });

  describe('seeing', () => {
    it('shows the link from a quarter of an hour before to the end', async () => {
      const { editionId } = await aCourse(app());
      const ana = await aParticipant(app(), editionId);
      const at = (minutes: number) => new Date(app().clock.now().getTime() + minutes * 60_000);
      const session = (title: string, from: number, to: number) =>
        aSession({ editionId, title, startsAt: at(from), endsAt: at(to) });
      await app().build(
        Session,
        session('over', -90, -1),
        session('now', -30, 30),
        session('soon', 14, 60),
        session('later', 16, 60),
      );
      const { body } = await ana.caller.call(listSessions, { params: { editionId } });
      expect(
        Object.fromEntries(body.sessions.map(({ title, join }) => [title, [join?.window, join?.url !== null]])),
      ).toEqual({
        over: ['over', false],
        now: ['open', true],
        soon: ['open', true],
        later: ['not-yet', false],
      });
      expect(body.can).toEqual({ plan: false, takeRolls: false, changeRooms: false });
    });

    it('tells a tutor what needs them now', async () => {
      const { editionId, tutor } = await aCourse(app());
      const at = (minutes: number) => new Date(app().clock.now().getTime() + minutes * 60_000);
      const session = (title: string, from: number, to: number) =>
        aSession({ editionId, title, startsAt: at(from), endsAt: at(to) });
      await app().build(
        Session,
        session('left open', -90, -1),
        session('in progress', -30, 30),
        session('tomorrow', 1440, 1500),
      );
      await app().build(
        Session,
        { ...session('cancelled', -30, 30), state: 'cancelled' },
        { ...session('closed', -90, -30), state: 'held' },
      );
      const { body } = await tutor.caller.call(readToday, { params: { editionId } });
      const titles = (sessions: { title: string }[]) => sessions.map(({ title }) => title);
      expect([titles(body.now), titles(body.rollsToClose), titles(body.next)]).toEqual([
        ['in progress'],
        ['left open'],
        ['tomorrow'],
      ]);
    });
  });

  it('belong to their edition: a tutor of another one reaches none of them', async () => {
    const { editionId } = await aCourse(app());
    const [session] = await app().build(Session, aSession({ editionId }));
    const other = await aCourse(app());
    const params = { editionId: other.editionId, sessionId: session!.id };
    const body = {
      startsLocal: '2026-11-27T10:00',
      endsLocal: '2026-11-27T12:00',
      zone: 'Europe/Rome',
      joinUrl: 'https://meet.example/b',
    };
    expect((await other.tutor.caller.call(moveSession, { params, body })).status).toBe(404);
    expect((await other.tutor.caller.call(cancelSession, { params, body: { reason: 'x' } })).status).toBe(404);
    expect(
      (await other.tutor.caller.call(cancelSession, { params: { ...params, editionId }, body: { reason: 'x' } }))
        .status,
    ).toBe(403);
  });
});
