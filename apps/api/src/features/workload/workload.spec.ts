import { approveMoreSelfStudy, declareSelfStudy, readLedger, reverseEntry } from '@libretto/contracts';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { aCoordinator, anEditionOf, anEnrolmentIn, aParticipant, aPerson } from '../../testing/fixtures';
import { type Caller, describeOnEachDatabase, type TestApp } from '../../testing/test-app';
import { Ledger, type Statement } from './ledger';
import { SelfStudyApproval } from './self-study-approval.entity';
import { WorkloadEntry } from './workload-entry.entity';
import { aWorkloadEntry } from './workload-entry.builder';

/** The clock of the specs shows 23 November 2026; module 1 plans 450 minutes of self-study. */
async function aCourse(app: TestApp) {
  const edition = await anEditionOf(app);
  const ana = await aParticipant(app, edition.id);
  const tutor = await aPerson(app, { editions: [{ editionId: edition.id, role: 'tutor' }] });
  const declare = (
    minutes: number,
    values: { day?: string; until?: string; moduleNumber?: number; entryId?: string; note?: string } = {},
  ) =>
    ana.caller.call(declareSelfStudy, {
      params: { editionId: edition.id, moduleNumber: values.moduleNumber ?? 1 },
      body: {
        entryId: values.entryId ?? newId(),
        from: values.day ?? '2026-11-20',
        until: values.until,
        minutes,
        note: values.note,
      },
    });
  const entries = () => app.rows(WorkloadEntry, { enrolmentId: ana.enrolment.id });
  const minutes = async () => (await entries()).map((entry) => entry.minutes).sort((one, other) => one - other);
  const ledgerParams = { editionId: edition.id, enrolmentId: ana.enrolment.id };
  const approve = (by: Caller, enrolmentIds: string[], moduleNumbers: number[], approvalId = newId()) =>
    by.call(approveMoreSelfStudy, {
      params: { editionId: edition.id },
      body: { approvalId, enrolmentIds, moduleNumbers, minutes: 60, reason: 'They read the whole convention.' },
    });
  return { edition, ana, tutor, declare, entries, minutes, ledgerParams, approve };
}

describeOnEachDatabase('workload', (app) => {
  describe('declaring self-study', () => {
    it('writes what fits under the cap and refuses the rest', async () => {
      const { declare, minutes } = await aCourse(app());
      expect((await declare(400)).status).toBe(204);
      expect((await declare(51, { day: '2026-11-21' })).body).toMatchObject({
        code: 'workload.over-the-cap',
        numbers: { left: 50, cap: 450 },
      });
      expect((await declare(50, { day: '2026-11-21' })).status).toBe(204);
      expect(await minutes()).toEqual([50, 400]);
    });

    it.each([
      ['a day to come', 30, { day: '2026-11-24' }, 'workload.day-in-the-future'],
      ['a day before the edition', 30, { day: '2026-11-01' }, 'workload.day-before-the-edition'],
      ['a module that is not there', 30, { moduleNumber: 9 }, 'common.not-found'],
      ['no minutes', 0, {}, 'common.bad-input'],
      ['a whole day and night', 1440, {}, 'workload.day-is-full'],
      ['a span that ends before it starts', 30, { until: '2026-11-19' }, 'workload.ends-before-it-starts'],
      ['more days than anybody remembers', 30, { until: '2027-01-21' }, 'workload.too-many-days'],
      ['half a minute', 0.5, {}, 'common.bad-input'],
      ['a day that is none', 30, { day: '2026-02-30' }, 'common.bad-input'],
    ])('changes nothing for %s', async (_, wanted, values, code) => {
      const { declare, entries } = await aCourse(app());
      expect((await declare(wanted, values)).body.code).toBe(code);
      expect(await entries()).toEqual([]);
    });

    it('writes once what is sent twice', async () => {
      const { declare, minutes } = await aCourse(app());
      const entryId = newId();
      expect([(await declare(60, { entryId })).status, (await declare(60, { entryId })).status]).toEqual([204, 204]);
      expect(await minutes()).toEqual([60]);
    });

    it('never exceeds the cap, though twenty declare at once', async () => {
      const { declare, minutes } = await aCourse(app());
      const answers = await Promise.all(Array.from({ length: 20 }, () => declare(100)));
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(4);
      expect(answers.filter(({ body }) => body?.code === 'workload.over-the-cap')).toHaveLength(16);
      expect(await minutes()).toEqual([100, 100, 100, 100]);
    });

    it('counts a day once: what a roll says of it, and what was recorded in another edition', async () => {
      const { ana, declare } = await aCourse(app());
      const other = await anEnrolmentIn(app(), (await anEditionOf(app())).id, ana);
      const of = { byAccountId: ana.account.id, day: '2026-11-20' };
      await app().build(
        WorkloadEntry,
        aWorkloadEntry({ ...of, enrolmentId: ana.enrolment.id, kind: 'contact', source: 'roll', minutes: 300 }),
        aWorkloadEntry({ ...of, enrolmentId: other.id, minutes: 400 }),
      );
      expect((await declare(21)).body).toMatchObject({
        code: 'workload.day-is-full',
        numbers: { day: '2026-11-20', recorded: 700, most: 720 },
      });
      expect((await declare(20)).status).toBe(204);
      expect((await declare(60, { day: '2026-11-19' })).status).toBe(204);
    });

    it('goes on where a tutor approved more', async () => {
      const { ana, declare, tutor, ledgerParams, approve } = await aCourse(app());
      await declare(450);
      expect((await approve(tutor.caller, [ana.enrolment.id], [1])).status).toBe(204);
      expect((await declare(60, { day: '2026-11-22' })).status).toBe(204);
      expect((await declare(1, { day: '2026-11-22' })).body.code).toBe('workload.over-the-cap');
      expect((await ana.caller.call(readLedger, { params: ledgerParams })).body.modules[0]).toMatchObject({
        selfStudyLeft: 0,
      });
      expect(await app().rows(SelfStudyApproval, { enrolmentId: ana.enrolment.id })).toHaveLength(1);
    });

    it('is approved for many people and modules at once, once, and for all of them or none', async () => {
      const { edition, ana, tutor, approve } = await aCourse(app());
      const ben = await aParticipant(app(), edition.id);
      const both = [ana.enrolment.id, ben.enrolment.id];
      const stranger = await aParticipant(app(), (await anEditionOf(app())).id);
      expect((await approve(tutor.caller, [...both, stranger.enrolment.id], [1])).status).toBe(404);
      expect((await approve(tutor.caller, both, [1, 9])).status).toBe(404);
      const approvalId = newId();
      const twice = await Promise.all([1, 2].map(() => approve(tutor.caller, both, [1, 2], approvalId)));
      expect(twice.map(({ status }) => status)).toEqual([204, 204]);
      for (const enrolmentId of both)
        expect(
          (await app().rows(SelfStudyApproval, { enrolmentId })).map(({ moduleNumber, minutes }) => [
            moduleNumber,
            minutes,
          ]),
        ).toEqual(
          expect.arrayContaining([
            [1, 60],
            [2, 60],
          ]),
        );
      expect(await app().rows(SelfStudyApproval, { enrolmentId: stranger.enrolment.id })).toEqual([]);
    });

    it('is declared for a span: an entry for each of its days, with the note, all of them or none', async () => {
      const { ana, declare, entries, ledgerParams } = await aCourse(app());
      const span = { day: '2026-11-18', until: '2026-11-20', note: 'The Lisbon Convention', entryId: newId() };
      expect([(await declare(100, span)).status, (await declare(100, span)).status]).toEqual([204, 204]);
      expect((await ana.caller.call(readLedger, { params: ledgerParams })).body.entries).toMatchObject([
        { day: '2026-11-20', minutes: 33, note: 'The Lisbon Convention' },
        { day: '2026-11-19', minutes: 33 },
        { day: '2026-11-18', minutes: 34 },
      ]);
      const future = await declare(60, { day: '2026-11-22', until: '2026-11-24' });
      expect(future.body.code).toBe('workload.day-in-the-future');
      expect(await entries()).toHaveLength(3);
    });
  });

  describe('taking back', () => {
    it('writes the contrary entry, and leaves the first as it was', async () => {
      const { ana, edition, declare, entries, minutes } = await aCourse(app());
      await declare(90);
      const [wrong] = await entries();
      const asked = {
        params: { editionId: edition.id, entryId: wrong!.id },
        body: { reason: 'That was another course.' },
      };
      expect((await ana.caller.call(reverseEntry, asked)).status).toBe(201);
      expect(await minutes()).toEqual([-90, 90]);
      expect((await entries()).find(({ reverses }) => reverses === wrong!.id)).toMatchObject({
        reason: 'That was another course.',
        day: wrong!.day,
      });
      expect((await ana.caller.call(reverseEntry, asked)).body.code).toBe('workload.already-reversed');
    });

    it('happens once, though five try at once', async () => {
      const { ana, edition, declare, entries, minutes } = await aCourse(app());
      await declare(90);
      const [wrong] = await entries();
      const asked = { params: { editionId: edition.id, entryId: wrong!.id }, body: { reason: 'Twice.' } };
      const answers = await Promise.all(Array.from({ length: 5 }, () => ana.caller.call(reverseEntry, asked)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(await minutes()).toEqual([-90, 90]);
    });

    it('is for declared entries only', async () => {
      const { ana, edition, entries } = await aCourse(app());
      const [entry] = await app().build(
        WorkloadEntry,
        aWorkloadEntry({ enrolmentId: ana.enrolment.id, byAccountId: ana.account.id, source: 'roll', kind: 'contact' }),
      );
      const asked = { params: { editionId: edition.id, entryId: entry!.id }, body: { reason: 'I was there longer.' } };
      expect((await ana.caller.call(reverseEntry, asked)).body.code).toBe('workload.not-declared');
      expect(await entries()).toHaveLength(1);
    });
  });

  describe('the ledger', () => {
    const statementOf = (enrolmentId: string, values: Partial<Statement> = {}): Statement => ({
      enrolmentId,
      moduleNumber: 1,
      kind: 'contact',
      minutes: 120,
      day: '2026-11-12',
      source: 'roll',
      sourceId: newId(),
      ...values,
    });
    const writing = (statements: Statement[], accountId: string) =>
      app()
        .get(Transaction)
        .run((tx) => app().get(Ledger).write(tx, statements, { accountId }));

    it('writes what a source says once, however often and however parallel it says it', async () => {
      const { ana, tutor, minutes } = await aCourse(app());
      const statement = statementOf(ana.enrolment.id);
      await Promise.all(Array.from({ length: 10 }, () => writing([statement], tutor.account.id)));
      expect(await minutes()).toEqual([120]);
    });

    it('restates what a source said by contrary entries', async () => {
      const { ana, tutor, minutes } = await aCourse(app());
      const statement = statementOf(ana.enrolment.id);
      const restate = (change: number) =>
        app()
          .get(Transaction)
          .run((tx) =>
            app()
              .get(Ledger)
              .restate(tx, [{ ...statement, minutes: change }], { accountId: tutor.account.id, reason: 'x' }),
          );
      await writing([statement], tutor.account.id);
      await restate(95);
      await restate(95);
      await restate(0);
      await restate(120);
      expect(await minutes()).toEqual([-120, -95, 95, 120, 120]);
      expect((await app().get(Ledger).sums([ana.enrolment.id])).get(ana.enrolment.id)?.total).toBe(120);
    });

    it('opens each figure down to its entries', async () => {
      const { ana, tutor, declare, ledgerParams } = await aCourse(app());
      await writing(
        [statementOf(ana.enrolment.id), statementOf(ana.enrolment.id, { moduleNumber: 2, minutes: 90 })],
        tutor.account.id,
      );
      await declare(45);
      const read = (query: { module?: number; kind?: 'contact' }) =>
        ana.caller.call(readLedger, { params: ledgerParams, query });
      const { body } = await read({});
      expect(body.total.recorded).toEqual({ contact: 210, 'self-study': 45, project: 0 });
      expect(body.modules.map(({ recorded }) => recorded)).toEqual([
        { contact: 120, 'self-study': 45, project: 0 },
        { contact: 90, 'self-study': 0, project: 0 },
      ]);
      expect(body.entries.map((entry) => entry.minutes).reduce((sum, minutes) => sum + minutes)).toBe(255);
      expect(
        (await read({ module: 1, kind: 'contact' })).body.entries.map(({ minutes, source, by }) => ({
          minutes,
          source,
          by,
        })),
      ).toEqual([{ minutes: 120, source: 'roll', by: 'Ana Kovač' }]);
    });

    it('costs as many statements with fifty entries as with one', async () => {
      const { ana, declare, ledgerParams } = await aCourse(app());
      await declare(1);
      const statements = async () => (await ana.caller.call(readLedger, { params: ledgerParams })).statements;
      const few = await statements();
      const entry = () => aWorkloadEntry({ enrolmentId: ana.enrolment.id, byAccountId: ana.account.id, minutes: 1 });
      await app().build(WorkloadEntry, ...Array.from({ length: 50 }, entry));
      expect(few).toBeGreaterThan(0);
      expect(await statements()).toBe(few);
    });
  });

  describe('who may', () => {
    it('read a ledger: its person, the tutors and coordinators of the edition, nobody else', async () => {
      const { ana, tutor, edition, ledgerParams } = await aCourse(app());
      const elsewhere = await anEditionOf(app());
      const callers = [
        ana.caller,
        tutor.caller,
        await aCoordinator(app()),
        (await aParticipant(app(), edition.id)).caller,
        (await aPerson(app(), { editions: [{ editionId: elsewhere.id, role: 'tutor' }] })).caller,
        app().visitor(),
      ];
      const read = async (caller: (typeof callers)[number]) =>
        (await caller.call(readLedger, { params: ledgerParams })).status;
      expect(await Promise.all(callers.map(read))).toEqual([200, 200, 200, 404, 403, 401]);
    });

    it('take back an entry of another: not another participant, not a tutor of another edition by a forged address', async () => {
      const { edition, declare, entries } = await aCourse(app());
      await declare(30);
      const [entry] = await entries();
      const elsewhere = await anEditionOf(app());
      const stranger = await aPerson(app(), { editions: [{ editionId: elsewhere.id, role: 'tutor' }] });
      const body = { reason: 'Mine now.' };
      const other = await aParticipant(app(), edition.id);
      expect(
        (await other.caller.call(reverseEntry, { params: { editionId: edition.id, entryId: entry!.id }, body })).status,
      ).toBe(404);
      expect(
        (await stranger.caller.call(reverseEntry, { params: { editionId: elsewhere.id, entryId: entry!.id }, body }))
          .status,
      ).toBe(404);
      expect(await entries()).toHaveLength(1);
    });

    it('approve more: not the participant', async () => {
      const { ana, approve } = await aCourse(app());
      expect((await approve(ana.caller, [ana.enrolment.id], [1])).status).toBe(403);
    });
  });
});
