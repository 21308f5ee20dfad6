import { setTimeout as pause } from 'node:timers/promises';
import { register } from '@libretto/contracts';
import { Redis } from 'ioredis';
import { CodeAskedFor } from '../features/accounts/accounts.events';
import { anAccount } from '../features/accounts/account/account.builder';
import { Account } from '../features/accounts/account/account.entity';
import { MailCode } from '../features/accounts/codes/jobs/mail-code.handler';
import { SignIn } from '../features/accounts/sign-in/sign-in.entity';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { JobEngine } from '../platform/jobs/job-engine';
import { JobRunner } from '../platform/jobs/job-runner';
import { OutboxRow } from '../platform/database/outbox-row.entity';
import { PersonalCopy } from '../features/personal-data/personal-copy.entity';
import { MadeFiles } from '../platform/files/made-files';
import { SentMail } from '../platform/mail/sent-mail.entity';
import { describeOnEachDatabase, describeWhere, testMysqlUrl, testRedisUrl, TestApp } from './test-app';

const personCalled = (name: string) => ({
  email: `${name}@outbox.example`,
  givenName: name,
  familyName: 'Kovač',
  language: 'en',
  timeZone: 'Europe/Rome',
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    if (await condition()) return;
    await pause(50);
  }
  throw new Error('What was waited for did not happen within a minute');
}

describeOnEachDatabase('the outbox', (app) => {
  it('keeps a job only together with the change that asked for it', async () => {
    const failing = app()
      .get(Transaction)
      .run(async (tx) => {
        await tx.publish(new CodeAskedFor(newId(), newId()));
        throw new Error('the change failed after all');
      });
    await expect(failing).rejects.toThrow('the change failed after all');
    expect(await app().rows(OutboxRow)).toEqual([]);
  });

  it('lets a job keep the id of the request that caused it', async () => {
    const { headers } = await app()
      .visitor()
      .call(register, { body: personCalled('traced') });
    const asked = await app().rows(OutboxRow, { requestId: String(headers['x-request-id']) });
    expect(asked.map(({ job }) => job)).toEqual(['accounts.mail-code']);
  });

  it('does a job once, even if it is asked for twice at the same moment', async () => {
    await app()
      .visitor()
      .call(register, { body: personCalled('once') });
    const [row] = (await app().rows(OutboxRow, { state: 'waiting' })).slice(-1);
    const runner = app().get(JobRunner);
    await Promise.all([runner.run(row!.id), runner.run(row!.id)]);
    expect(await app().rows(SentMail, { recipient: 'once@outbox.example' })).toHaveLength(1);
    expect(
      app()
        .mails()
        .filter((mail) => mail.includes('To: once@outbox.example')),
    ).toHaveLength(1);
  });

  it('tries a failing job again later, and stops after its last try with the reason', async () => {
    const at = app().clock.now();
    const lost = { applicationId: newId() };
    const fresh = {
      state: 'waiting' as const,
      requestId: null,
      about: null,
      claimedUntil: null,
      attemptId: null,
      attempts: 0,
      error: null,
    };
    const row = { ...fresh, id: newId(), job: 'admissions.mail-received', payload: lost, createdAt: at, dueAt: at };
    await app().build(OutboxRow, row);
    expect(await app().runJobs()).toHaveLength(1);
    expect(await app().runJobs()).toEqual([]);
    for (let days = 1; days <= 8; days += 1) {
      app().clock.set(new Date(at.getTime() + days * 86_400_000));
      await app().runJobs();
    }
    const [stopped] = await app().rows(OutboxRow, { id: row.id });
    expect(stopped).toMatchObject({ state: 'stopped', attempts: 8, error: expect.stringContaining('Could not find') });
  });

  it.each([
    ['at its last attempt', -1, { state: 'waiting', error: null }, 'queued'],
    [
      'gone each time',
      1,
      { state: 'stopped', error: 'Begun 8 times, and each time its process ended before it did.' },
      'failed',
    ],
  ])('shows that a file cannot be made whose process is %s', async (_, seconds, run, state) => {
    const at = app().clock.now();
    const [person] = await app().build(Account, anAccount());
    const copy = { ...app().get(MadeFiles).askedFor(7), language: 'en' as const, underWayFor: person?.id as string };
    await app().build(PersonalCopy, { ...copy, accountId: person?.id as string });
    const lost = {
      ...{ id: newId(), job: 'personal-data.make-copy', payload: { copyId: copy.id }, about: null, requestId: null },
      ...{ state: 'waiting' as const, createdAt: at, dueAt: at, attemptId: newId(), attempts: 8, error: null },
    };
    await app().build(OutboxRow, { ...lost, claimedUntil: new Date(at.getTime() - seconds * 1000) });
    await app().get(JobRunner).run(lost.id);
    expect(await app().rows(OutboxRow, { id: lost.id })).toMatchObject([run]);
    const underWayFor = state === 'queued' ? person?.id : null;
    expect(await app().rows(PersonalCopy, { id: copy.id })).toMatchObject([{ state, underWayFor }]);
  });

  it('leaves a run alone for as long as somebody is at it', async () => {
    const { promise: ninetySeconds, resolve: itEnds } = Promise.withResolvers<void>();
    const work = jest.spyOn(app().get(MailCode), 'run').mockReturnValue(ninetySeconds);
    // The spec sets the time that a lease counts; the relay goes on checking several times a second.
    jest.useFakeTimers({
      now: Date.now(),
      doNotFake: [
        'setTimeout',
        'clearTimeout',
        'setImmediate',
        'clearImmediate',
        'nextTick',
        'queueMicrotask',
        'performance',
        'hrtime',
      ],
    });
    const engine = app().get(JobEngine);
    engine.start();
    await app()
      .visitor()
      .call(register, { body: personCalled('slow') });
    for (let seconds = 0; seconds < 90; seconds += 10) {
      await pause(600);
      jest.advanceTimersByTime(10_000);
    }
    itEnds();
    await engine.stop();
    jest.useRealTimers();
    expect(work).toHaveBeenCalledTimes(1);
    work.mockRestore();
    const [row] = await app().rows(OutboxRow, { job: 'accounts.mail-code', attempts: 1 });
    expect(row).toMatchObject({ state: 'done', attemptId: null });
  }, 90_000);

  it('takes a run up again once nothing is heard of who was at it, and not before', async () => {
    const at = app().clock.now();
    const lease = { claimedUntil: new Date(at.getTime() + 30_000), attemptId: newId(), attempts: 1 };
    const row = {
      ...lease,
      state: 'waiting' as const,
      requestId: null,
      about: null,
      error: null,
      id: newId(),
      job: 'accounts.mail-code',
      payload: { codeId: newId(), serial: newId() },
      createdAt: at,
      dueAt: at,
    };
    await app().build(OutboxRow, row);
    await app().get(JobRunner).run(row.id);
    expect(await app().rows(OutboxRow, { id: row.id })).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    app().clock.set(new Date(at.getTime() + 31_000));
    await app().get(JobRunner).run(row.id);
    expect(await app().rows(OutboxRow, { id: row.id })).toMatchObject([{ state: 'done', attempts: 2 }]);
  });

  it('is cleared each day of what is long done, and of what nobody can use any more', async () => {
    const { clock } = app();
    const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 86_400_000);
    const run = (days: number, values: Partial<OutboxRow>) => ({
      ...{
        id: newId(),
        job: 'accounts.mail-code',
        payload: {},
        about: null,
        requestId: null,
        claimedUntil: null,
        attemptId: null,
        attempts: 1,
        error: null,
      },
      ...{ state: 'done' as const, createdAt: daysAgo(days), dueAt: daysAgo(days), ...values },
    });
    const runs = {
      old: run(31, {}),
      recent: run(28, {}),
      letter: run(400, { about: newId() }),
      stopped: run(400, { state: 'stopped', error: 'No such mailbox.' }),
    };
    await app().build(OutboxRow, ...Object.values(runs));
    const mail = (of: OutboxRow) => ({
      id: newId(),
      key: `${of.id}-0`,
      mail: 'x',
      recipient: 'ana@outbox.example',
      subject: 'x',
      sentAt: of.dueAt,
      messageId: null,
      answer: null,
    });
    const mails = Object.values(runs).map(mail);
    await app().build(SentMail, ...mails);
    const [ana] = await app().build(Account, anAccount());
    await app().signedIn(ana?.id as string);
    await app().build(SignIn, {
      id: newId(),
      accountId: ana?.id as string,
      tokenHash: newId(),
      signedInAt: daysAgo(40),
      expiresAt: daysAgo(10),
    });

    const engine = app().get(JobEngine);
    for (const day of [0, 1]) {
      clock.set(new Date(clock.now().getTime() + day * 86_400_000));
      engine.start();
      await until(async () =>
        (await app().rows(OutboxRow, { state: 'waiting' })).every(({ dueAt }) => dueAt > clock.now()),
      );
      await engine.stop();
    }
    const left = async (rows: { id: string }[], entity: typeof OutboxRow | typeof SentMail) => {
      const there = (await app().rows<{ id: string }>(entity)).map(({ id }) => id);
      return rows.map(({ id }) => there.includes(id));
    };
    expect(await left(Object.values(runs), OutboxRow)).toEqual([false, true, true, true]);
    expect(await left(mails, SentMail)).toEqual([false, true, true, true]);
    expect(await app().rows(SignIn, { accountId: ana?.id as string })).toHaveLength(1);
    expect((await app().rows(OutboxRow, { state: 'waiting' })).map(({ job }) => job).sort()).toEqual([
      'accounts.clear-expired',
      'notices.clear',
      'pace.reckon-daily',
      'platform.clear-arriving',
      'platform.clear-outbox',
      'project-work.ask-latecomers',
      'schedule.look-ahead',
      'surveys.look-daily',
    ]);
  });

  it('works by itself once it is started', async () => {
    const engine = app().get(JobEngine);
    engine.start();
    await app()
      .visitor()
      .call(register, { body: personCalled('alone') });
    await until(async () => (await app().rows(SentMail, { recipient: 'alone@outbox.example' })).length === 1);
    await engine.stop();
  }, 90_000);
});

describeWhere(testMysqlUrl && testRedisUrl)('the outbox over Redis', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.on(testMysqlUrl, { REDIS_URL: testRedisUrl as string, CLOCK: '' });
  });
  afterAll(() => app?.close());

  it('gets every job done though Redis is emptied on the way', async () => {
    const engine = app.get(JobEngine);
    engine.start();
    const redis = new Redis(testRedisUrl as string);
    const names = Array.from({ length: 20 }, (_, index) => `person-${index}`);
    await Promise.all(
      names.map(async (name, index) => {
        await app.visitor().call(register, { body: personCalled(name) });
        if (index === 10) await redis.flushdb();
      }),
    );
    // Runs that the emptied queue has dropped are claimed for half a minute: let it pass.
    app.clock.set(new Date(Date.now() + 31_000));
    await until(async () => (await app.rows(SentMail)).length === names.length);
    expect((await app.rows(SentMail)).map(({ recipient }) => recipient).sort()).toEqual(
      names.map((name) => personCalled(name).email).sort(),
    );
    // The mailbox itself, not our own notes of it.
    expect(app.mails()).toHaveLength(names.length);
    await engine.stop();
    await redis.quit();
  }, 90_000);
});
