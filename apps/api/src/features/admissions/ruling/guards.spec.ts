import type { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { aColleague, anApplicant, anEditionOf } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { Appeal } from '../appeal/appeal.entity';
import { aRuling, aVote } from '../dossier/application.builder';
import { Vote } from '../dossier/vote.entity';
import { Ruling } from '../dossier/ruling.entity';

/** An application with three votes and no ruling, and the people who could rule. */
async function aVotedApplication(app: TestApp) {
  const { id: editionId } = await anEditionOf(app);
  const chair = await aColleague(app, { editions: [{ editionId, role: 'chair' }] });
  const others = [await aColleague(app), await aColleague(app)];
  const { application } = await anApplicant(app, editionId, { application: { state: 'under-review' } });
  const { id: applicationId } = application;
  const votes = [chair, ...others].map(({ account }) => aVote({ applicationId, accountId: account.id }));
  await app.build(Vote, ...votes);
  return { editionId, applicationId, byId: chair.account.id, votes };
}

async function aRuledApplication(app: TestApp) {
  const voted = await aVotedApplication(app);
  const ruling = aRuling(voted);
  await app.build(Ruling, ruling);
  return { ...voted, ruling };
}

const anAppeal = (applicationId: string): Appeal => ({
  id: newId(),
  applicationId,
  statement: 'My third post was overlooked.',
  at: new Date('2026-10-25T08:00:00Z'),
});

/** SQL as it would be typed at the database's own prompt. */
const sql = (app: TestApp, statement: string, ...values: unknown[]) =>
  app.get(Transaction).run((tx) => tx.manager.query(statement, values));
const rowOf = async (database: Database, table: string, id: string) =>
  (await database.read.query(`SELECT * FROM ${table} WHERE id = ?`, [id]))[0];

describeOnEachDatabase('the database', (app) => {
  it.each<[string, Partial<Ruling>, RegExp]>([
    ['a reason', { reason: '' }, /has a reason/],
    ['a reason beyond spaces', { reason: '   ' }, /has a reason/],
    ['a reason beyond line breaks', { reason: '\n\t \r\n' }, /has a reason/],
    ['a reason that is there', { reason: null as never }, /null/i],
    ['words, erased from the start', { reason: '', erasedAt: new Date() }, /has a reason/],
    ['a quorum', { castVotes: 2, quorum: 3 }, /ruling_has_a_quorum/],
    ['two at least', { castVotes: 1, quorum: 1 }, /ruling_has_a_quorum/],
    ['the votes that it counts', { castVotes: 4 }, /no more votes than there are/],
    ['the votes of its own round', { number: 2 }, /no more votes than there are|follows an appeal/],
    ['a number', { number: 0, castVotes: 0, quorum: 0 }, /ruling_has_/],
    ['somebody who made it', { byId: newId() }, /foreign key/i],
    ['who made it', { byId: null as never }, /null/i],
    ['when', { at: null as never }, /null/i],
    ['a decision that led to it', { outcome: 'rejected', placeUntil: null }, /ruling_says_what_was_decided/],
    [
      'a decision to admit before the waiting list',
      { outcome: 'waiting-list', decision: 'rejected', placeUntil: null },
      /ruling_says_what_was_decided/,
    ],
    [
      'an outcome of the four',
      { outcome: 'postponed' as never, decision: 'postponed' as never, placeUntil: null },
      /ruling_says_what_was_decided/,
    ],
    ['the place that an admission brings', { placeUntil: null }, /ruling_holds_a_place/],
    ['an open meeting where it names one', { meetingId: newId() }, /open meeting/],
  ])('takes no ruling without %s', async (_, values, refusal) => {
    const { applicationId, byId } = await aVotedApplication(app());
    await expect(app().build(Ruling, aRuling({ applicationId, byId }, values))).rejects.toThrow(refusal);
    expect(await app().rows(Ruling, { applicationId })).toEqual([]);
  });

  it('counts a member who voted twice once', async () => {
    const { applicationId, byId, votes } = await aVotedApplication(app());
    await app().build(Vote, { ...votes[0], id: newId(), number: 2 } as Vote);
    await expect(app().build(Ruling, aRuling({ applicationId, byId }, { castVotes: 4 }))).rejects.toThrow(
      /no more votes/,
    );
    await app().build(Ruling, aRuling({ applicationId, byId }, { castVotes: 3 }));
  });

  it.each([
    ['outcome', 'rejected'],
    ['decision', 'rejected'],
    ['reason', 'Another one.'],
    ['reason', ''],
    ['decidedByChair', true],
    ['castVotes', 2],
    ['quorum', 3],
    ['number', 2],
    ['at', '2026-01-01 00:00:00.000'],
    ['placeUntil', '2027-01-01 00:00:00.000'],
    ['placeUntil', null],
    ['record', '{}'],
    ['applicationId', newId()],
    ['byId', newId()],
  ])('changes no ruling: its %s', async (column, value) => {
    const { ruling } = await aRuledApplication(app());
    const before = await rowOf(app().database, 'ruling', ruling.id);
    await expect(sql(app(), `UPDATE ruling SET ${column} = ? WHERE id = ?`, value, ruling.id)).rejects.toThrow(
      /never changes/,
    );
    expect(await rowOf(app().database, 'ruling', ruling.id)).toEqual(before);
  });

  it('deletes no ruling', async () => {
    const { ruling } = await aRuledApplication(app());
    await expect(sql(app(), 'DELETE FROM ruling WHERE id = ?', ruling.id)).rejects.toThrow(/never deleted/);
    expect(await app().rows(Ruling, { id: ruling.id })).toHaveLength(1);
  });

  it('lets the words of a ruling be erased once, and nothing else with them', async () => {
    const { ruling } = await aRuledApplication(app());
    const erase = (set: string, ...values: unknown[]) =>
      sql(app(), `UPDATE ruling SET ${set} WHERE id = ?`, ...values, ruling.id);
    const at = '2028-11-23 09:00:00.000';
    const record = JSON.stringify({ ...ruling.record, votes: [] });
    await expect(erase("reason = 'Shorter.', erasedAt = ?", at)).rejects.toThrow(/never changes/);
    await expect(erase("reason = '', erasedAt = ?, outcome = 'rejected'", at)).rejects.toThrow(/never changes/);
    await expect(
      erase("reason = '', erasedAt = ?, record = ?", at, JSON.stringify({ ...ruling.record, counts: { admit: 9 } })),
    ).rejects.toThrow(/never changes/);
    await erase("reason = '', record = ?, erasedAt = ?", record, at);
    expect(await app().rows(Ruling, { id: ruling.id })).toMatchObject([
      { reason: '', outcome: 'admitted', castVotes: 3 },
    ]);
    await expect(erase("erasedAt = NULL, reason = 'Back again.'")).rejects.toThrow(/never changes/);
    await expect(erase('erasedAt = ?', '2029-01-01 00:00:00.000')).rejects.toThrow(/never changes/);
  });

  it('has no application ruled without its ruling', async () => {
    const { applicationId, byId } = await aVotedApplication(app());
    const become = () => sql(app(), "UPDATE application SET state = 'ruled' WHERE id = ?", applicationId);
    await expect(become()).rejects.toThrow(/becomes ruled by a ruling/);
    await app().build(Ruling, aRuling({ applicationId, byId }));
    await become();
    await app().build(Appeal, anAppeal(applicationId));
    await sql(app(), "UPDATE application SET state = 'appealed', round = 2 WHERE id = ?", applicationId);
    await expect(become()).rejects.toThrow(/becomes ruled by a ruling/);
  });

  it('has no second round without an appeal', async () => {
    const { applicationId, ruling, votes } = await aRuledApplication(app());
    await sql(app(), "UPDATE application SET state = 'ruled' WHERE id = ?", applicationId);
    await app().build(Vote, ...votes.map((vote) => ({ ...vote, id: newId(), round: 2 as const })));
    const again = () => app().build(Ruling, { ...ruling, id: newId(), number: 2 });
    await expect(again()).rejects.toThrow(/second ruling follows an appeal/);
    for (const set of ["state = 'appealed'", 'round = 2'])
      await expect(sql(app(), `UPDATE application SET ${set} WHERE id = ?`, applicationId)).rejects.toThrow(
        /again by an appeal/,
      );
    const appeal = anAppeal(applicationId);
    await app().build(Appeal, appeal);
    await again();
    await expect(sql(app(), 'DELETE FROM appeal WHERE id = ?', appeal.id)).rejects.toThrow(/never deleted/);
  });

  it.each(['draft', 'submitted', 'under-review', 'returned', 'withdrawn'])(
    'lets nothing that was ruled on become %s',
    async (state) => {
      const { applicationId } = await aRuledApplication(app());
      const become = (to: string) => sql(app(), 'UPDATE application SET state = ? WHERE id = ?', to, applicationId);
      await become('ruled');
      await expect(become(state)).rejects.toThrow(/stays ruled/);
      await app().build(Appeal, anAppeal(applicationId));
      await become('appealed');
      await expect(become(state)).rejects.toThrow(/stays ruled/);
    },
  );

  it.each([
    ['choice', 'reject'],
    ['reason', 'I never said that.'],
    ['number', 7],
    ['round', 2],
    ['accountId', newId()],
    ['at', '2026-01-01 00:00:00.000'],
  ])('changes no vote: its %s', async (column, value) => {
    const { votes } = await aVotedApplication(app());
    const [vote] = votes as [Vote];
    await expect(sql(app(), `UPDATE vote SET ${column} = ? WHERE id = ?`, value, vote.id)).rejects.toThrow(
      /never changes/,
    );
    await expect(sql(app(), 'DELETE FROM vote WHERE id = ?', vote.id)).rejects.toThrow(/never deleted/);
    await sql(app(), "UPDATE vote SET reason = '' WHERE id = ?", vote.id);
    expect(await app().rows(Vote, { id: vote.id })).toMatchObject([{ choice: 'admit', reason: '' }]);
  });
});
