import {
  approveAward,
  confirmLearner,
  readAward,
  readAwardChanges,
  readAwards,
  readMyCredential,
  retryIssue,
} from '@libretto/contracts';
import { newId } from '../platform/database/new-id';
import { OutboxRow } from '../platform/database/outbox-row.entity';
import { Transaction } from '../platform/database/transaction';
import { aPerson } from './fixtures';
import { awardsToIssue } from './issued-credential';
import { describeOnEachDatabase } from './test-app';
import { EditionMoved } from '../features/editions';
import { ResultsReleased } from '../features/project-work';
import { Enrolment } from '../features/places/enrolment.entity';
import { Edition } from '../features/editions/edition.entity';
import { ProgrammeVersion } from '../features/programmes/programme-version.entity';
import { Award } from '../features/credentials/award/award.entity';
import { AwardApproval } from '../features/credentials/award/award-approval.entity';
import { AwardIssue } from '../features/credentials/award/award-issue.entity';
import { IssueAward } from '../features/credentials/issuing/jobs/issue-award.handler';

const ana = { givenName: 'Ana', familyName: 'Kovač', birthDate: '1988-04-12' };

describeOnEachDatabase('the approval of an award', (app) => {
  const registrar = (givenName: string) =>
    aPerson(app(), { organisation: 'registrar' }, { givenName, familyName: 'Conti' });
  const waiting = async (many: number, approval: 'one' | 'two') => {
    const course = await awardsToIssue(app(), many, ana, { approval });
    expect(await app().runJobs()).toEqual([]);
    const ids = course.participants.map(({ enrolment }) => enrolment.id);
    return { ...course, ids, id: ids[0] ?? '' };
  };
  const stateOf = async (enrolmentId: string) => (await app().rows(AwardIssue, { enrolmentId }))[0]?.state;

  it('is waited for until two different people gave it, and is kept', async () => {
    const [rita, ugo, { id, edition, participants }] = [
      await registrar('Rita'),
      await registrar('Ugo'),
      await waiting(1, 'two'),
    ];
    const of = { params: { enrolmentId: id } };
    expect(await app().rows(Award, { enrolmentId: id })).toEqual([]);
    const read = async () => (await rita.caller.call(readAwards, { query: { edition: edition.id } })).body;
    expect(await read()).toMatchObject({
      counts: { queued: 0, unapproved: 1 },
      items: [{ state: 'unapproved', approvals: { given: 0, asked: 2 } }],
    });
    const mine = await participants[0]?.caller.call(readMyCredential, { params: { editionId: edition.id } });
    expect(mine?.body).toMatchObject({ state: 'unapproved', credential: null });
    expect((await rita.caller.call(retryIssue, of)).body.code).toBe('credentials.waits-for-approval');

    expect((await rita.caller.call(approveAward, of)).status).toBe(204);
    expect(await app().runJobs()).toEqual([]);
    expect((await read()).items).toMatchObject([{ state: 'unapproved', approvals: { given: 1, asked: 2 } }]);
    expect((await rita.caller.call(approveAward, of)).body.code).toBe('credentials.approved-already');
    const before = await ugo.caller.call(readAwardChanges, { query: { change: 'approve', edition: edition.id } });
    expect(before.body.items).toMatchObject([{ whyNot: null }]);
    expect((await ugo.caller.call(approveAward, of)).status).toBe(204);
    expect(await app().runJobs()).toEqual([]);
    expect(await app().rows(Award, { enrolmentId: id })).toHaveLength(1);
    expect((await ugo.caller.call(approveAward, of)).body.code).toBe('credentials.nothing-to-approve');
    const file = (await rita.caller.call(readAward, of)).body;
    expect(file.approvals).toMatchObject([
      { by: 'Ugo Conti', counts: true },
      { by: 'Rita Conti', counts: true },
    ]);
    expect(file.can.approve).toBe(false);
  });

  it('counts once for each person and no more than asked, however many ask at once', async () => {
    const [{ id }, ...registrars] = [
      await waiting(1, 'two'),
      ...(await Promise.all(['Rita', 'Ugo', 'Eva', 'Leo'].map(registrar))),
    ];
    const answers = await Promise.all(
      [...registrars, ...registrars, ...registrars].map(({ caller }) =>
        caller.call(approveAward, { params: { enrolmentId: id } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(2);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(10);
    const approvals = await app().rows(AwardApproval, { enrolmentId: id });
    expect(approvals.map(({ place }) => place).sort()).toEqual([1, 2]);
    expect(new Set(approvals.map(({ approvedBy }) => approvedBy)).size).toBe(2);
    expect(await app().runJobs()).toEqual([]);
    await app().get(IssueAward).run({ enrolmentId: id });
    expect(await app().rows(Award, { enrolmentId: id })).toHaveLength(1);
    const twice = { ...approvals[0], id: approvals[1]?.id.replace(/.$/, (last) => (last === '0' ? '1' : '0')) };
    await expect(app().build(AwardApproval, twice as AwardApproval)).rejects.toThrow();
  });

  it('is of the learner as they were: it counts no longer once they change their name', async () => {
    const [rita, ugo, { id, edition, participants }] = [
      await registrar('Rita'),
      await registrar('Ugo'),
      await waiting(1, 'two'),
    ];
    const of = { params: { enrolmentId: id } };
    await rita.caller.call(approveAward, of);
    const changed = { params: { editionId: edition.id }, body: { ...ana, familyName: 'Kovačić' } };
    expect((await participants[0]?.caller.call(confirmLearner, changed))?.status).toBe(204);
    expect((await ugo.caller.call(readAward, of)).body.row.learner).toBe('Ana Kovačić');
    await ugo.caller.call(approveAward, of);
    expect(await app().runJobs()).toEqual([]);
    expect(await stateOf(id)).toBe('unapproved');
    expect((await ugo.caller.call(readAward, of)).body.approvals.map(({ counts }) => counts)).toEqual([true, false]);
    await rita.caller.call(approveAward, of);
    expect(await app().runJobs()).toEqual([]);
    const [award] = await app().rows(Award, { enrolmentId: id });
    expect(award?.snapshot.record.learner.familyName).toBe('Kovačić');
  });

  it('is of the grades as they were: it counts no longer once a result changes, unless the award is made', async () => {
    const [rita, { ids, id }] = [await registrar('Rita'), await waiting(2, 'two')];
    const made = ids[1] ?? '';
    for (const { caller } of [rita, await registrar('Ugo')])
      await caller.call(approveAward, { params: { enrolmentId: made } });
    expect(await app().runJobs()).toEqual([]);
    await rita.caller.call(approveAward, { params: { enrolmentId: id } });
    const counting = async (enrolmentId: string) =>
      (await app().rows(AwardApproval, { enrolmentId })).map(({ countsFor }) => countsFor !== null);
    expect([await counting(id), await counting(made)]).toEqual([[true], [true, true]]);
    await app()
      .get(Transaction)
      .run((tx) => tx.publish(new ResultsReleased([id, made], newId())));
    // There is no work of which somebody could be told.
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.delete(OutboxRow, { state: 'waiting' }));
    expect([await counting(id), await counting(made)]).toEqual([[false], [true, true]]);
    expect((await rita.caller.call(approveAward, { params: { enrolmentId: id } })).status).toBe(204);
  });

  it('follows the version to which the edition is moved', async () => {
    const [rita, { ids, edition }] = [await registrar('Rita'), await waiting(2, 'two')];
    await rita.caller.call(approveAward, { params: { enrolmentId: ids[0] ?? '' } });
    const [version] = await app().rows(ProgrammeVersion, { id: edition.programmeVersionId });
    if (!version) throw new Error('An edition has a version.');
    const definition = { ...version.definition, approval: 'one' as const };
    const newer = { ...version, id: newId(), number: version.number + 1, definition };
    await app().build(ProgrammeVersion, newer);
    await app()
      .get(Transaction)
      .run(async (tx) => {
        await tx.manager.update(Edition, { id: edition.id }, { programmeVersionId: newer.id });
        await tx.publish(new EditionMoved(edition.id));
      });
    expect(await app().runJobs()).toEqual([]);
    expect(await Promise.all(ids.map(stateOf))).toEqual(['issued', 'unapproved']);
  });

  it('is refused for one’s own award, and to everybody but registrars', async () => {
    const [rita, { id, participants }] = [await registrar('Rita'), await waiting(1, 'one')];
    const of = { params: { enrolmentId: id } };
    const coordinator = await aPerson(app(), { organisation: 'coordinator' });
    for (const caller of [participants[0]?.caller, coordinator.caller])
      expect((await caller?.call(approveAward, of))?.status).toBe(403);
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Enrolment, { id }, { accountId: rita.account.id }));
    expect((await rita.caller.call(approveAward, of)).body.code).toBe('credentials.is-own');
    expect(await app().rows(AwardApproval, { enrolmentId: id })).toEqual([]);
  });
});
