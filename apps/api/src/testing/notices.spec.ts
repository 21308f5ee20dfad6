import {
  changeNoticeSettings,
  type InputOf,
  markRead,
  readNotices,
  readNoticeSettings,
  readUnread,
} from '@libretto/contracts';
import { aCourse } from './course';
import { aPerson } from './fixtures';
import { describeOnEachDatabase, type TestApp } from './test-app';
import { newId } from '../platform/database/new-id';
import { OutboxRow } from '../platform/database/outbox-row.entity';
import { Transaction } from '../platform/database/transaction';
import { JobRunner } from '../platform/jobs/job-runner';
import { mailRole } from '../features/people/jobs/mail-role.job';
import { tellOfChange } from '../features/schedule/planning/jobs/tell-of-change.job';
import { aSession } from '../features/schedule/session.builder';
import { Session } from '../features/schedule/timetable/session.entity';
import { NoticeKept } from '../features/notices/notice.entity';

const at = (time: string) => new Date(`2026-11-23T${time}Z`);
const channels = { sessions: 'mail', reminders: 'mail', work: 'mail', hours: 'mail', messages: 'mail' } as const;
const night = { from: '22:00', until: '07:00' };

/** Somebody is told that they got a role: a notice about a decision. Answers the id of the job. */
async function told(app: TestApp, accountId: string): Promise<string> {
  await app.get(Transaction).run((tx) => tx.enqueue(mailRole, { accountId, role: 'coordinator', editionId: null }));
  const rows = await app.rows(OutboxRow, { job: mailRole.name, state: 'waiting' });
  return rows.at(-1)?.id as string;
}

describeOnEachDatabase('a notice', (app) => {
  beforeEach(() => app().clock.set(at('09:00:00')));
  const somebody = () => aPerson(app(), {});
  const mailsTo = (email: string) =>
    app()
      .mails()
      .filter((mail) => mail.includes(`To: ${email}`));

  it('stands in the inbox of its reader only, once, until it is read', async () => {
    const { caller, account } = await somebody();
    const other = await somebody();
    const run = await told(app(), account.id);
    await app().get(JobRunner).run(run);
    await app().get(JobRunner).run(run);
    const mine = (await caller.call(readNotices, { query: {} })).body;
    expect(mine.items).toMatchObject([
      { topic: 'decisions', isUnread: true, at: expect.stringMatching('^2026-11-23T09:00:0') },
    ]);
    expect((await other.caller.call(readNotices, { query: {} })).body.items).toEqual([]);
    expect((await caller.call(readUnread, {})).body).toEqual({ unread: 1 });

    const noticeId = mine.items[0]?.id as string;
    expect((await other.caller.call(markRead, { body: { noticeId } })).status).toBe(204);
    expect((await caller.call(readUnread, {})).body).toEqual({ unread: 1 });
    await caller.call(markRead, { body: { noticeId } });
    expect((await caller.call(readUnread, {})).body).toEqual({ unread: 0 });
  });

  it('comes page by page, the newest first, and all are read at once', async () => {
    const { caller, account } = await somebody();
    await app().build(
      NoticeKept,
      ...Array.from({ length: 35 }, (_, number) => ({
        ...{ id: newId(), accountId: account.id, key: newId(), topic: 'work' as const, subject: `No ${number}` },
        ...{ paragraphs: ['So it is.'], action: null, isUnread: true, isForDailyMail: false, dailyMailId: null },
        at: new Date(at('08:00:00').getTime() + number),
      })),
    );
    const first = (await caller.call(readNotices, { query: {} })).body;
    const second = (await caller.call(readNotices, { query: { after: first.next ?? '' } })).body;
    const subjects = [...first.items, ...second.items].map(({ subject }) => subject);
    expect(subjects).toEqual(Array.from({ length: 35 }, (_, number) => `No ${34 - number}`));
    expect(second.next).toBeNull();
    await caller.call(markRead, { body: {} });
    expect((await caller.call(readUnread, {})).body).toEqual({ unread: 0 });
  });

  it('has the usual settings until others are chosen, and refuses what is none', async () => {
    const { caller } = await somebody();
    expect((await caller.call(readNoticeSettings, {})).body).toEqual({ channels, quietHours: null });
    const chosen = {
      channels: { ...channels, work: 'daily-mail' as const, hours: 'inbox' as const },
      quietHours: night,
    };
    expect((await caller.call(changeNoticeSettings, { body: chosen })).status).toBe(204);
    expect((await caller.call(changeNoticeSettings, { body: chosen })).status).toBe(204);
    expect((await caller.call(readNoticeSettings, {})).body).toEqual(chosen);
    const wrong = { channels, quietHours: { from: '25:00', until: '07:00' } };
    expect((await caller.call(changeNoticeSettings, { body: wrong })).status).toBe(422);
    expect((await caller.call(readNoticeSettings, {})).body).toEqual(chosen);
  });

  describe('about a session', () => {
    /** A participant with these settings is told twice that a session has moved. */
    async function toldOfSession(settings: InputOf<typeof changeNoticeSettings>['body'], startsAt = at('18:00:00')) {
      const { edition, participants } = await aCourse(app(), 1);
      const [person] = participants as [(typeof participants)[0]];
      await person.caller.call(changeNoticeSettings, { body: settings });
      const session = aSession({ editionId: edition.id, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) });
      await app().build(Session, session);
      const told = { sessionId: session.id, accountId: person.account.id, change: 'moved' as const };
      await app()
        .get(Transaction)
        .run(async (tx) => {
          await tx.enqueue(tellOfChange, told);
          await tx.enqueue(tellOfChange, told);
        });
      return { person, session };
    }

    it('is held back by quiet hours, and then sent as it is true', async () => {
      app().clock.set(at('22:30:00'));
      const { person, session } = await toldOfSession(
        { channels, quietHours: night },
        new Date('2026-12-03T13:00:00Z'),
      );
      await app().runJobs();
      expect(mailsTo(person.account.email)).toEqual([]);
      expect(await app().rows(NoticeKept, { accountId: person.account.id })).toHaveLength(2);
      const waiting = await app().rows(OutboxRow, { job: tellOfChange.name, state: 'waiting' });
      const morning = new Date('2026-11-24T06:00:00Z');
      expect(waiting).toMatchObject([
        { dueAt: morning, attempts: 0, error: null },
        { dueAt: morning, attempts: 0, error: null },
      ]);
      await app()
        .get(Transaction)
        .run((tx) => tx.save(Object.assign(new Session(), session, { title: 'Renamed in the night' })));
      app().clock.set(morning);
      await app().runJobs();
      expect(mailsTo(person.account.email).filter((mail) => mail.includes('Renamed in the night'))).toHaveLength(2);
      expect(await app().rows(NoticeKept, { accountId: person.account.id })).toHaveLength(2);
    });

    it('waits for one mail in the evening, where that is chosen', async () => {
      const { person } = await toldOfSession({ channels: { ...channels, sessions: 'daily-mail' }, quietHours: null });
      await app().runJobs();
      expect(mailsTo(person.account.email)).toEqual([]);
      app().clock.set(at('17:00:00'));
      await app().runJobs();
      expect(mailsTo(person.account.email)).toMatchObject([expect.stringContaining('2 notices today')]);
      app().clock.set(new Date('2026-11-24T17:00:00Z'));
      await app().runJobs();
      expect(mailsTo(person.account.email)).toHaveLength(1);
    });

    it('stays in the inbox alone, where that is chosen', async () => {
      const { person } = await toldOfSession({ channels: { ...channels, sessions: 'inbox' }, quietHours: null });
      await app().runJobs();
      app().clock.set(new Date('2026-11-25T17:00:00Z'));
      await app().runJobs();
      expect(mailsTo(person.account.email)).toEqual([]);
      expect((await person.caller.call(readUnread, {})).body).toEqual({ unread: 2 });
    });
  });
});
