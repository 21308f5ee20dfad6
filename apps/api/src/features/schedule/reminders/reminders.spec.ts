import { cancelSession, moveSession } from '@libretto/contracts';
import { aCourse } from '../../../testing/course';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { OutboxRow } from '../../../platform/database/outbox-row.entity';
import { Transaction } from '../../../platform/database/transaction';
import { SessionPlanned } from '../schedule.events';
import { aSession } from '../session.builder';
import { Session } from '../timetable/session.entity';
import { remindAll } from './jobs/remind-all.job';
import { Reminders } from './reminders';

describeOnEachDatabase('the reminders of a session', (app) => {
  const startsAt = new Date('2026-12-03T13:00:00Z');
  const hoursBefore = (hours: number) => new Date(startsAt.getTime() - hours * 3_600_000);
  beforeEach(() => app().clock.set(new Date('2026-12-01T09:00:00Z')));

  async function planned() {
    const { edition, participants, tutor } = await aCourse(
      app(),
      2,
      {},
      { startsOn: '2026-11-01', endsOn: '2027-01-31' },
    );
    const session = aSession({ editionId: edition.id, startsAt, endsAt: hoursBefore(-2) });
    await app().build(Session, session);
    await app()
      .get(Transaction)
      .run((tx) => tx.publish(new SessionPlanned(edition.id)));
    await app().runJobs();
    const emails = [...participants, tutor].map(({ account }) => account.email);
    return { session, emails, tutor, params: { editionId: edition.id, sessionId: session.id } };
  }
  const remindedOf = (emails: readonly string[], subject: string) =>
    emails.map(
      (email) =>
        app()
          .mails()
          .filter((mail) => mail.includes(`To: ${email}`) && mail.includes(subject)).length,
    );
  const set = async (sessionId: string) =>
    (await app().rows(OutboxRow, { job: remindAll.name }))
      .filter(({ payload }) => (payload as { sessionId: string }).sessionId === sessionId)
      .map(({ dueAt }) => dueAt.toISOString())
      .sort();

  it('go to everybody concerned the day and the hour before, once, however often they are set', async () => {
    const { session, emails } = await planned();
    await app().get(Reminders).set({});
    await app().get(Reminders).set({ editionId: session.editionId });
    expect(await set(session.id)).toEqual(['2026-12-02T13:00:00.000Z', '2026-12-03T12:00:00.000Z']);
    app().clock.set(hoursBefore(24));
    await app().runJobs();
    await app().runJobs();
    expect(remindedOf(emails, 'Tomorrow: Why recognition')).toEqual([1, 1, 1]);
    expect(remindedOf(emails, 'In an hour')).toEqual([0, 0, 0]);
    app().clock.set(hoursBefore(1));
    await app().runJobs();
    expect(remindedOf(emails, 'In an hour: Why recognition')).toEqual([1, 1, 1]);
  });

  it('are of its new time once it moves, and of none once it is cancelled', async () => {
    const { session, emails, tutor, params } = await planned();
    const place = { zone: 'Europe/Rome', joinUrl: 'https://meet.example/recognition' };
    const moved = { startsLocal: '2026-12-10T14:00', endsLocal: '2026-12-10T16:00', ...place };
    expect((await tutor.caller.call(moveSession, { params, body: moved })).status).toBe(204);
    await app().runJobs();
    expect(await set(session.id)).toHaveLength(4);
    app().clock.set(hoursBefore(1));
    await app().runJobs();
    expect(remindedOf(emails, 'Tomorrow: ')).toEqual([0, 0, 0]);
    await tutor.caller.call(cancelSession, { params, body: { reason: 'Snow.' } });
    app().clock.set(new Date('2026-12-10T12:00:00Z'));
    await app().runJobs();
    expect(remindedOf(emails, 'Tomorrow: ')).toEqual([0, 0, 0]);
    expect(remindedOf(emails, 'In an hour: ')).toEqual([0, 0, 0]);
  });
});
