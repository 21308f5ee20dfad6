import { createHash, createHmac, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  checkAttendanceReport,
  importAttendanceReport,
  joinMeeting,
  listRecordings,
  listSessions,
  planSession,
  readToldReport,
} from '@libretto/contracts';
import { anEditionOf, aParticipant, aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { aSession } from '../session.builder';
import { Attendance } from '../attendance/attendance.entity';
import { MeetingPresence } from '../attendance-reports/meeting-presence.entity';
import { Session } from '../timetable/session.entity';

const secret = 'the shared secret';

/**
 * A server of the test’s own that checks calls as BigBlueButton’s documentation says: the checksum is the last parameter, the hash
 * of the call’s name, the query before it as it was sent, and the secret.
 */
class BigBlueButtonServer {
  readonly meetings = new Map<string, URLSearchParams>();
  readonly calls: string[] = [];
  /** What it does instead of answering. */
  fault: 'none' | 'error' | 'nonsense' | 'elsewhere' = 'none';
  private server!: Server;

  async open(): Promise<string> {
    this.server = createServer((request, response) => {
      const [path = '', query = ''] = (request.url ?? '').split('?');
      const call = path.replace('/bigbluebutton/api/', '');
      this.calls.push(call);
      if (this.fault === 'error') return void response.writeHead(500).end();
      if (this.fault === 'nonsense') return void response.end('<html>Welcome to nginx');
      if (this.fault === 'elsewhere') return void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
      response.end(this.answer(call, query));
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/bigbluebutton/api`;
  }

  close(): Promise<unknown> {
    return new Promise((resolve) => this.server.close(resolve));
  }

  isSigned(call: string, query: string): boolean {
    const [, signed = '', checksum] = /^(.*)&checksum=([0-9a-f]{64})$/.exec(query) ?? [];
    return (
      createHash('sha256')
        .update(call + signed + secret)
        .digest('hex') === checksum
    );
  }

  private answer(call: string, query: string): string {
    const failed = '<response><returncode>FAILED</returncode><messageKey>checksumError</messageKey></response>';
    if (!this.isSigned(call, query)) return failed;
    const values = new URLSearchParams(query);
    const id = values.get('meetingID') ?? '';
    if (call === 'getRecordings') return recordingsOf(id);
    if (call !== 'create') return failed;
    const name = values.get('name') ?? '';
    if (name.length < 2 || name.includes(',')) return failed;
    // A password that is not given is made up at each call: it is a call with other words then.
    for (const word of ['attendeePW', 'moderatorPW']) if (!values.has(word)) values.set(word, randomUUID());
    const before = this.meetings.get(id);
    // The same id with other words is refused.
    if (before && before.toString() !== values.toString()) return failed;
    this.meetings.set(id, values);
    return `<response><returncode>SUCCESS</returncode><meetingID>${id}</meetingID></response>`;
  }
}

const recordingsOf = (id: string) => `<response><returncode>SUCCESS</returncode><recordings><recording>
  <recordID>${id}-1</recordID><playback>
    <format><type>presentation</type><url>https://bbb.example/playback/1</url><length>62</length></format>
    <format><type>notes</type><url>javascript:alert(1)</url><length>1</length></format>
  </playback></recording></recordings></response>`;

const server = new BigBlueButtonServer();
let url: string;
beforeAll(async () => {
  url = await server.open();
});
afterAll(() => server.close());

/** An edition whose one session goes on now, with a meeting of this provider, and the link that one of its people gets. */
async function aMeeting(app: TestApp, meeting: 'bigbluebutton' | 'jitsi' | null, values: Partial<Session> = {}) {
  Object.assign(app.config, {
    bigBlueButton: { url, secret },
    jitsi: { url: 'https://jitsi.example:8443', app: 'libretto', secret },
  });
  const { id: editionId } = await anEditionOf(app);
  const now = app.clock.now().getTime();
  const span = { startsAt: new Date(now + 10 * 60_000), endsAt: new Date(now + 70 * 60_000) };
  const session = aSession({ editionId, meeting, joinUrl: null, title: 'Q&A: what <now>?', ...span, ...values });
  await app.build(Session, session);
  const tutor = await aPerson(
    app,
    { editions: [{ editionId, role: 'tutor' }] },
    { givenName: 'Téa', familyName: 'O’Hara & Co' },
  );
  const ana = await aParticipant(app, editionId);
  const params = { editionId, sessionId: session.id };
  const join = async (by: typeof tutor | typeof ana = ana) => (await by.caller.call(joinMeeting, { params })).body;
  return { editionId, session, tutor, ana, params, join };
}

describeOnEachDatabase('a meeting that a provider makes', (app) => {
  beforeEach(() => {
    server.fault = 'none';
  });

  it('is opened on BigBlueButton by whoever comes first, and each person gets a link of their own', async () => {
    const { session, tutor, ana, join } = await aMeeting(app(), 'bigbluebutton');
    const links = await Promise.all([join(ana), join(tutor), join(ana)]);
    const seen = links.map(({ url: link }) => {
      const address = new URL(link);
      expect(server.isSigned('join', address.search.slice(1))).toBe(true);
      const { searchParams: values } = address;
      expect(values.get('meetingID')).toBe(session.id);
      return [values.get('role'), values.get('userID'), values.get('fullName')];
    });
    const nameOf = ({ account }: typeof tutor) => `${account.givenName} ${account.familyName}`;
    const anas = ['VIEWER', ana.account.id, nameOf(ana)];
    expect(seen).toEqual([anas, ['MODERATOR', tutor.account.id, 'Téa O’Hara & Co'], anas]);
    const made = server.meetings.get(session.id);
    expect([made?.get('name'), made?.get('duration')]).toEqual(['Q&A: what <now>?', '75']);
  });

  it.each(['X', 'Law, ethics, policy', '日'])(
    'has a name that BigBlueButton takes, whatever the session is called: %s',
    async (title) => {
      const { join } = await aMeeting(app(), 'bigbluebutton', { title });
      expect((await join()).url).toContain('/join?');
    },
  );

  it('lets people into its Jitsi room by a token that ends with the session', async () => {
    const { session, tutor, join } = await aMeeting(app(), 'jitsi');
    const { url: link } = await join(tutor);
    const [room, token = ''] = link.split('?jwt=');
    expect(room).toBe(`https://jitsi.example:8443/${session.id}`);
    const [head = '', body = '', signature] = token.split('.');
    expect(createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url')).toBe(signature);
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
    expect(read(head)).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(read(body)).toEqual({
      ...{ iss: 'libretto', aud: 'libretto', sub: 'jitsi.example', room: session.id },
      nbf: Math.floor(session.startsAt.getTime() / 1000) - 900,
      exp: Math.floor(session.endsAt.getTime() / 1000),
      context: { user: { id: tutor.account.id, name: 'Téa O’Hara & Co', moderator: true, affiliation: 'owner' } },
    });
  });

  it.each([
    ['too early', { startsAt: 16, endsAt: 60 }, {}, 'meeting-not-yet'],
    ['too late', { startsAt: -60, endsAt: 0 }, {}, 'meeting-over'],
    ['where it is cancelled', { startsAt: 5, endsAt: 60 }, { state: 'cancelled' as const }, 'session-cancelled'],
    ['where the link is typed', { startsAt: 5, endsAt: 60 }, { meeting: null }, 'no-meeting'],
  ])('is closed %s, and asks its server nothing', async (_, minutes, values, code) => {
    const now = app().clock.now().getTime();
    const [startsAt, endsAt] = [minutes.startsAt, minutes.endsAt].map((after) => new Date(now + after * 60_000));
    const { join } = await aMeeting(app(), 'bigbluebutton', { startsAt: startsAt!, endsAt: endsAt!, ...values });
    const before = server.calls.length;
    expect((await join()).code).toBe(`schedule.${code}`);
    expect(server.calls).toHaveLength(before);
  });

  it.each(['error', 'nonsense', 'elsewhere'] as const)(
    'says plainly that its server does not answer (%s), and opens once it does',
    async (fault) => {
      const { join } = await aMeeting(app(), 'bigbluebutton');
      server.fault = fault;
      expect((await join()).code).toBe('schedule.meeting-unavailable');
      server.fault = 'none';
      expect((await join()).url).toContain('/join?');
    },
  );

  it('shows everybody the page that makes their link, and nobody the link', async () => {
    const { editionId, session, ana, params } = await aMeeting(app(), 'bigbluebutton');
    const { sessions } = (await ana.caller.call(listSessions, { params })).body;
    expect(sessions[0]?.join).toMatchObject({
      window: 'open',
      isMade: true,
      url: `/editions/${editionId}/sessions/${session.id}/meeting`,
    });
    const stranger = await aPerson(app());
    expect((await stranger.caller.call(joinMeeting, { params })).status).toBe(403);
    expect((await stranger.caller.call(listRecordings, { params })).status).toBe(403);
  });

  it('has recordings once it is over, by addresses of the web only', async () => {
    const now = app().clock.now().getTime();
    const over = { startsAt: new Date(now - 7_200_000), endsAt: new Date(now - 3_600_000) };
    const { ana, params } = await aMeeting(app(), 'bigbluebutton', over);
    const { body } = await ana.caller.call(listRecordings, { params });
    expect(body.recordings).toEqual([{ url: 'https://bbb.example/playback/1', minutes: 62 }]);
    const { ana: other, params: going } = await aMeeting(app(), 'bigbluebutton');
    expect((await other.caller.call(listRecordings, { params: going })).body.recordings).toEqual([]);
  });

  describe('of which BigBlueButton tells who was there', () => {
    const now = () => Math.floor(Date.now() / 1000);
    /** A token as BigBlueButton signs it: HMAC with SHA-512 of a head and an end of its time. */
    const tokenOf = (claims: object = { exp: now() + 60 }, by = secret, alg = 'HS512', hash = 'sha512') => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const signed = `${part({ alg })}.${part(claims)}`;
      return `${signed}.${createHmac(hash, by).update(signed).digest('base64url')}`;
    };
    const address = () => new URL([...server.meetings.values()].at(-1)?.get('meta_analytics-callback-url') ?? '');
    const tell = async (payload: object, token = tokenOf()) => {
      const headers = { authorization: `Bearer ${token}` };
      return (await app().nest.inject({ method: 'POST', url: address().pathname, headers, payload })).statusCode;
    };
    const report = (meetingId: string, ...attendees: [string, string[], string[]][]) => ({
      ...{ version: '1.0', meeting_id: meetingId },
      data: {
        attendees: attendees.map(([id, joins, leaves]) => ({ ext_user_id: id, name: 'Iphone', joins, leaves })),
      },
    });

    it('and a tutor takes the roll from it, however often it is told', async () => {
      const meeting = await aMeeting(app(), 'bigbluebutton');
      const { session, tutor, ana, params, join } = meeting;
      await join();
      expect(address().href).toBe(`${app().config.publicUrl}/meetings/attendance`);
      const [from, to] = [session.startsAt, session.endsAt].map((at) => at.toISOString());
      const short = new Date(session.startsAt.getTime() + 60_000).toUTCString();
      const told = report(
        session.id,
        [ana.account.id, [short, from!], [from!.replace('T', ' ').replace('.000Z', ' UTC'), to!]],
        [tutor.account.id, [from!], [to!]],
        ['somebody', [from!, 'soon'], []],
      );
      expect(await Promise.all([tell(told), tell(told)])).toEqual([204, 204]);
      expect(await tell(told)).toBe(204);
      const { body } = await tutor.caller.call(readToldReport, { params });
      expect(body.lines).toEqual([
        { name: expect.stringContaining(ana.account.familyName), email: ana.account.email, joined: from, left: to },
      ]);
      const lines = body.lines.map((line) => ({ ...line, minutes: '' }));
      const taken = { zone: 'Europe/Rome', lines, chosen: [] };
      const checked = await tutor.caller.call(checkAttendanceReport, { params, body: taken });
      expect(checked.body.people).toMatchObject([{ match: 'certain', minutes: 60 }]);
      await tutor.caller.call(importAttendanceReport, { params, body: { ...taken, over: false } });
      expect(await app().rows(Attendance, { sessionId: session.id })).toMatchObject([{ mark: 'present' }]);
    });

    it('and nobody else can tell, nor read it who takes no roll', async () => {
      const { session, ana, params, join } = await aMeeting(app(), 'bigbluebutton');
      await join();
      const told = report(session.id, [ana.account.id, [session.startsAt.toISOString()], []]);
      const another = await aMeeting(app(), 'jitsi');
      const tries = [
        tell(told, tokenOf(undefined, 'another secret')),
        tell(told, tokenOf({ exp: now() - 60 })),
        tell(told, tokenOf({})),
        tell(told, tokenOf(undefined, secret, 'HS256', 'sha256')),
        tell(told, tokenOf(undefined, secret, 'none')),
        tell(told, ''),
        tell({ meeting_id: session.id, data: { attendees: [{ ext_user_id: ana.account.id, joins: 'now' }] } }),
        tell(report('an id', [ana.account.id, [], []])),
        tell(report(randomUUID(), [ana.account.id, [], []])),
        tell(report(another.session.id, [another.ana.account.id, [session.startsAt.toISOString()], []])),
      ];
      expect(await Promise.all(tries)).toEqual([401, 401, 401, 401, 401, 401, 400, 400, 404, 404]);
      expect(await app().rows(MeetingPresence, { sessionId: session.id })).toEqual([]);
      expect((await ana.caller.call(readToldReport, { params })).status).toBe(403);
      expect(await tell(told)).toBe(204);
      expect(await app().rows(MeetingPresence, { sessionId: session.id })).toHaveLength(1);
      const elsewhere = { ...params, editionId: another.params.editionId };
      expect((await another.tutor.caller.call(readToldReport, { params: elsewhere })).status).toBe(404);
    });
  });

  it('is planned instead of a link, where a provider is set up', async () => {
    const { tutor, params } = await aMeeting(app(), null);
    const body = {
      ...{ moduleNumber: 1, title: 'Policy', startsLocal: '2026-11-26T14:00', endsLocal: '2026-11-26T16:00' },
      ...{ zone: 'Europe/Rome', meeting: 'jitsi' as const },
    };
    const { body: made } = await tutor.caller.call(planSession, { params, body });
    expect(await app().rows(Session, { id: made.id })).toMatchObject([{ meeting: 'jitsi', joinUrl: null }]);
    Object.assign(app().config, { jitsi: undefined });
    expect((await tutor.caller.call(planSession, { params, body })).body.code).toBe('schedule.no-such-provider');
  });
});
