import {
  cancelSession,
  makeFeed,
  moveSession,
  readFeed,
  readOwnFeed,
  readSessionFile,
  removeFeed,
} from '@libretto/contracts';
import PostalMime from 'postal-mime';
import { Transaction } from '../../../platform/database/transaction';
import { aCoordinator, anEditionOf, aParticipant, aPerson } from '../../../testing/fixtures';
import { readCalendar } from '../../../testing/read-calendar';
import { type Caller, describeOnEachDatabase } from '../../../testing/test-app';
import { AccountLeaves } from '../../accounts';
import { aRoom, aSession } from '../session.builder';
import { Room } from '../timetable/room.entity';
import { Session } from '../timetable/session.entity';
import { CalendarFeed } from './calendar-feed.entity';

describeOnEachDatabase('a calendar feed', (app) => {
  async function linkOf(caller: Caller): Promise<string | undefined> {
    return (await caller.call(readOwnFeed)).body.feed?.address;
  }
  async function madeBy(caller: Caller): Promise<string> {
    expect((await caller.call(makeFeed)).status).toBe(204);
    return (await linkOf(caller)) as string;
  }
  /** What a calendar program gets, which has the link and no sign-in. */
  const fetched = (link: string, headers: Record<string, string> = {}) =>
    app()
      .visitor()
      .call(readFeed, { query: { key: new URL(link).searchParams.get('key') as string } }, headers);
  const entriesOf = async (link: string) => readCalendar((await fetched(link)).bytes.toString()).entries;

  async function twoSessions() {
    const { id: editionId } = await anEditionOf(app());
    const [room] = await app().build(Room, aRoom());
    const online = aSession({ editionId, title: 'Online one' });
    const inRoom = aSession({
      editionId,
      moduleNumber: 2,
      title: 'In a room',
      mode: 'in-presence',
      joinUrl: null,
      roomId: room!.id,
      startsAt: new Date('2026-11-27T13:00:00Z'),
      endsAt: new Date('2026-11-27T15:00:00Z'),
    });
    await app().build(Session, online, inRoom);
    return { editionId, online, inRoom, room: room! };
  }

  it('is made by oneself, shown again, and read without a sign-in', async () => {
    const { editionId, online, inRoom, room } = await twoSessions();
    const ana = await aParticipant(app(), editionId, { language: 'it' });
    expect((await ana.caller.call(readOwnFeed)).body).toEqual({ feed: null });
    const link = await madeBy(ana.caller);
    expect(await linkOf(ana.caller)).toBe(link);
    const answer = await fetched(link);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex',
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(readCalendar(answer.bytes.toString())).toMatchObject({
      name: 'Incontri di Libretto',
      entries: [
        { uid: online.id, summary: 'Online one', location: 'Online', sequence: 0, status: 'CONFIRMED' },
        {
          uid: inRoom.id,
          summary: 'In a room',
          location: `${room.name}, CIMEA, Viale Ventuno Aprile 36, 00162 Roma`,
          alarms: [-3600],
        },
      ],
    });
  });

  it('is nowhere in the database, and another link is none', async () => {
    const { editionId } = await twoSessions();
    const ana = await aParticipant(app(), editionId);
    const link = await madeBy(ana.caller);
    const [row] = await app().rows(CalendarFeed, { accountId: ana.account.id });
    const key = new URL(link).searchParams.get('key') as string;
    expect(JSON.stringify(row)).not.toContain(key.split('.')[1]);
    for (const other of [row!.serial, `${row!.serial}.`, `${key}x`, key.slice(0, -1), `${key.slice(0, -2)}AA`, '.', ''])
      expect([
        other,
        (
          await app()
            .visitor()
            .call(readFeed, { query: { key: other } })
        ).status,
      ]).toEqual([other, 404]);
  });

  it('is read again only when something changed, and each change has the next number', async () => {
    const { editionId, online } = await twoSessions();
    const tutor = await aPerson(app(), { editions: [{ editionId, role: 'tutor' }] });
    const link = await madeBy(tutor.caller);
    const first = await fetched(link);
    const ifChanged = { 'if-none-match': String(first.headers['etag']) };
    expect((await fetched(link, ifChanged)).status).toBe(304);
    const params = { editionId, sessionId: online.id };
    const body = { startsLocal: '2026-11-27T10:00', endsLocal: '2026-11-27T12:00', zone: 'Europe/Lisbon' };
    expect((await tutor.caller.call(moveSession, { params, body })).status).toBe(204);
    expect((await fetched(link, ifChanged)).status).toBe(200);
    const entry = async () => (await entriesOf(link)).find(({ uid }) => uid === online.id);
    expect(await entry()).toMatchObject({ sequence: 1, startsAt: '2026-11-27T10:00:00.000Z', zone: 'Europe/Lisbon' });
    expect((await tutor.caller.call(cancelSession, { params, body: { reason: 'A strike.' } })).status).toBe(204);
    expect(await entry()).toMatchObject({ sequence: 2, status: 'CANCELLED', summary: 'Cancelled: Online one' });
  });

  it('agrees with the mails about a change, which bring the same entry', async () => {
    const { editionId, inRoom } = await twoSessions();
    const tutor = await aPerson(app(), { editions: [{ editionId, role: 'tutor' }] });
    const ana = await aParticipant(app(), editionId, { language: 'it' });
    const link = await madeBy(ana.caller);
    const params = { editionId, sessionId: inRoom.id };
    const told = async (subject: string) => {
      expect(await app().runJobs()).toEqual([]);
      const mails = await Promise.all(
        app()
          .mails()
          .map((mail) => PostalMime.parse(mail)),
      );
      const mail = mails.find((one) => one.subject === subject && one.to?.[0]?.address === ana.account.email);
      const part = mail?.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
      const text = new TextDecoder().decode(part?.content as ArrayBuffer);
      return { type: part?.method, text, ...readCalendar(text) };
    };
    const inFeed = async () => (await entriesOf(link)).filter(({ uid }) => uid === inRoom.id);

    const body = { startsLocal: '2026-11-28T10:00', endsLocal: '2026-11-28T12:00', zone: 'Europe/Lisbon' };
    expect((await tutor.caller.call(moveSession, { params, body })).status).toBe(204);
    const moved = await told('Spostato: In a room');
    expect([moved.type, moved.method, moved.entries]).toEqual(['REQUEST', 'REQUEST', await inFeed()]);
    const asksHer = moved.text
      .replace(/\r?\n /g, '')
      .toLowerCase()
      .includes(`:mailto:${ana.account.email}`);
    expect([asksHer, moved.entries[0]?.sequence]).toEqual([true, 1]);

    expect((await tutor.caller.call(cancelSession, { params, body: { reason: 'A strike.' } })).status).toBe(204);
    const cancelled = await told('Annullato: In a room');
    expect([cancelled.type, cancelled.method, cancelled.entries]).toEqual(['CANCEL', 'CANCEL', await inFeed()]);
    expect(cancelled.entries[0]).toMatchObject({ sequence: 2, status: 'CANCELLED' });
  });

  it('stops when it is replaced, removed, or its person leaves', async () => {
    const { editionId } = await twoSessions();
    const ana = await aParticipant(app(), editionId);
    const old = await madeBy(ana.caller);
    const renewed = await madeBy(ana.caller);
    expect([(await fetched(old)).status, (await fetched(renewed)).status]).toEqual([404, 200]);
    expect((await ana.caller.call(removeFeed)).status).toBe(204);
    expect([(await fetched(renewed)).status, await linkOf(ana.caller)]).toEqual([404, undefined]);
    const last = await madeBy(ana.caller);
    await app()
      .get(Transaction)
      .run((tx) => tx.publish(new AccountLeaves(ana.account.id)));
    expect((await fetched(last)).status).toBe(404);
  });

  it('is one, though ten are asked for at once', async () => {
    const { caller, account } = await aPerson(app());
    const answers = await Promise.all(Array.from({ length: 10 }, () => caller.call(makeFeed)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 204));
    expect(await app().rows(CalendarFeed, { accountId: account.id })).toHaveLength(1);
  });

  it('has the sessions that its person may see, and follows their roles', async () => {
    const [own, other] = [await twoSessions(), await twoSessions()];
    const { id: third } = await anEditionOf(app());
    await app().build(
      Session,
      aSession({ editionId: third, title: 'Of a commission' }),
      aSession({ editionId: own.editionId, title: 'Long over', ...longAgo }),
    );
    const titles = async (caller: Caller) => (await entriesOf(await madeBy(caller))).map(({ uid }) => uid);
    const several = await aPerson(app(), {
      editions: [
        { editionId: own.editionId, role: 'participant' },
        { editionId: other.editionId, role: 'tutor' },
        { editionId: third, role: 'member' },
      ],
    });
    const ofBoth = [own.online, other.online, own.inRoom, other.inRoom].map(({ id }) => id);
    expect((await titles(several.caller)).sort()).toEqual(ofBoth.sort());
    const nobody = await aPerson(app());
    expect(await titles(nobody.caller)).toEqual([]);
    const coordinator = await aCoordinator(app());
    expect(await titles(coordinator)).toEqual(expect.arrayContaining(ofBoth));
  });

  it('takes as many statements for one edition as for six', async () => {
    const editions = await Promise.all(Array.from({ length: 6 }, () => twoSessions()));
    const role = 'participant' as const;
    const statements = async (of: typeof editions) => {
      const { caller } = await aPerson(app(), { editions: of.map(({ editionId }) => ({ editionId, role })) });
      return (await fetched(await madeBy(caller))).statements;
    };
    const few = await statements(editions.slice(0, 1));
    expect(few).toBeLessThanOrEqual(9);
    expect(await statements(editions)).toBe(few);
  });

  it('also comes as a file of one session, for those who see it', async () => {
    const { editionId, online } = await twoSessions();
    const ana = await aParticipant(app(), editionId);
    const params = { editionId, sessionId: online.id };
    const answer = await ana.caller.call(readSessionFile, { params }, { 'accept-language': 'it' });
    expect(answer.headers['content-disposition']).toBe('attachment; filename="session.ics"');
    const { method, entries } = readCalendar(answer.bytes.toString());
    expect([method, entries.map(({ uid }) => uid)]).toEqual(['PUBLISH', [online.id]]);
    expect(entries[0]?.description).toContain('Partecipa da questa pagina');
    const stranger = await aPerson(app());
    expect((await stranger.caller.call(readSessionFile, { params })).status).toBe(403);
    const elsewhere = await twoSessions();
    expect(
      (await ana.caller.call(readSessionFile, { params: { ...params, editionId: elsewhere.editionId } })).status,
    ).toBe(404);
  });
});

const longAgo = { startsAt: new Date('2026-01-26T13:00:00Z'), endsAt: new Date('2026-01-26T15:00:00Z') };
