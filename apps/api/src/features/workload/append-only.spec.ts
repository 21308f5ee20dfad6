import { approveMoreSelfStudy, declareSelfStudy, readLedger, reverseEntry } from '@libretto/contracts';
import { mostMinutesADay } from '@libretto/domain';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { anEditionOf, aParticipant, aPerson } from '../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../testing/test-app';
import { SelfStudyApproval } from './self-study-approval.entity';
import { aWorkloadEntry } from './workload-entry.builder';
import { WorkloadEntry } from './workload-entry.entity';

/** SQL as it would be typed at the database's own prompt. */
const sql = (app: TestApp, statement: string, ...values: unknown[]) =>
  app.get(Transaction).run((tx) => tx.manager.query(statement, values));

describeOnEachDatabase('an append-only ledger', (app) => {
  it('lets nobody change or delete an entry or an approval, whoever asks the database', async () => {
    const edition = await anEditionOf(app());
    const { enrolment, account } = await aParticipant(app(), edition.id);
    const entry = aWorkloadEntry({ enrolmentId: enrolment.id, byAccountId: account.id });
    const approval = {
      id: newId(),
      enrolmentId: enrolment.id,
      moduleNumber: 1,
      minutes: 60,
      reason: 'More reading.',
      byAccountId: account.id,
      at: app().clock.now(),
    };
    await app().build(WorkloadEntry, entry);
    await app().build(SelfStudyApproval, approval);
    const [ofLedger, ofApproval] = [/ledger never changes/, /approval never changes/i];
    const id = entry.id;
    for (const column of ['minutes = 1', "day = '2026-11-17'", "note = 'x'", 'byAccountId = byAccountId'])
      await expect(sql(app(), `UPDATE workload_entry SET ${column} WHERE id = ?`, id)).rejects.toThrow(ofLedger);
    await expect(sql(app(), 'UPDATE workload_entry SET minutes = 0')).rejects.toThrow(ofLedger);
    await expect(sql(app(), 'DELETE FROM workload_entry WHERE id = ?', id)).rejects.toThrow(/never deleted/);
    await expect(sql(app(), 'UPDATE self_study_approval SET minutes = 600')).rejects.toThrow(ofApproval);
    await expect(sql(app(), 'DELETE FROM self_study_approval')).rejects.toThrow(/never deleted/);
    expect(await app().rows(WorkloadEntry, { enrolmentId: enrolment.id })).toEqual([entry]);
    expect(await app().rows(SelfStudyApproval, { enrolmentId: enrolment.id })).toEqual([approval]);
  });

  it('passes no cap and loses no minute, whatever is declared, reversed and approved at once', async () => {
    const { id: editionId } = await anEditionOf(app());
    const { enrolment, caller } = await aParticipant(app(), editionId);
    const tutor = await aPerson(app(), { editions: [{ editionId, role: 'tutor' }] });
    const params = { editionId, enrolmentId: enrolment.id };
    const declare = (step: number) =>
      caller.call(declareSelfStudy, {
        params: { editionId, moduleNumber: 1 + (step % 2) },
        body: {
          entryId: newId(),
          from: '2026-11-18',
          until: step % 3 ? '2026-11-19' : '2026-11-18',
          minutes: 97 + step,
        },
      });
    const reverse = async () => {
      const { entries } = (await caller.call(readLedger, { params })).body;
      const entry = entries.find(({ can }) => can.reverse);
      if (!entry) return undefined;
      const of = { params: { editionId, entryId: entry.id }, body: { reason: 'Another course.' } };
      return (await Promise.all([caller.call(reverseEntry, of), tutor.caller.call(reverseEntry, of)])).at(0);
    };
    const approve = () =>
      tutor.caller.call(approveMoreSelfStudy, {
        params: { editionId },
        body: {
          approvalId: newId(),
          enrolmentIds: [enrolment.id],
          moduleNumbers: [1],
          minutes: 50,
          reason: 'More reading.',
        },
      });
    await Promise.all(
      Array.from({ length: 24 }, (_, step) =>
        step % 6 === 5 ? approve() : step % 4 === 3 ? reverse() : declare(step),
      ),
    );

    const rows = await app().rows(WorkloadEntry, { enrolmentId: enrolment.id });
    const sum = (own: WorkloadEntry[]) => own.reduce((all, { minutes }) => all + minutes, 0);
    const approved = (await app().rows(SelfStudyApproval, { enrolmentId: enrolment.id })).length * 50;
    const { modules, total } = (await caller.call(readLedger, { params })).body;
    expect(rows.length).toBeGreaterThan(4);
    expect(total.recorded['self-study']).toBe(sum(rows));
    for (const { number, recorded, notional } of modules) {
      expect(recorded['self-study']).toBe(sum(rows.filter(({ moduleNumber }) => moduleNumber === number)));
      expect(recorded['self-study']).toBeLessThanOrEqual(notional['self-study'] + (number === 1 ? approved : 0));
    }
    for (const own of Map.groupBy(rows, ({ day }) => day).values()) {
      expect(sum(own)).toBeLessThanOrEqual(mostMinutesADay);
      expect(sum(own)).toBeGreaterThanOrEqual(0);
    }
    const reversed = rows.filter(({ reverses }) => reverses);
    expect(new Set(reversed.map(({ reverses }) => reverses)).size).toBe(reversed.length);
  });
});
