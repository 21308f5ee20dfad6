import { readDesk, readDiscussion, readDossier, takeCommentBack, writeComment } from '@libretto/contracts';
import { Transaction } from '../../../platform/database/transaction';
import { aColleague, anApplicant, anEditionOf, aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { aDeclaration, aRuling, aVote } from '../dossier/application.builder';
import { Declaration } from '../dossier/declaration.entity';
import { Vote } from '../dossier/vote.entity';
import { Application } from '../dossier/application.entity';
import { Ruling } from '../dossier/ruling.entity';
import { Comment } from './comment.entity';

/** A dossier on which the chair and Inês have voted; Jean has declared only. */
async function aDiscussedDossier(app: TestApp) {
  const { id: editionId } = await anEditionOf(app);
  const seat = (role: 'chair' | 'deputy' | 'member') => aColleague(app, { editions: [{ editionId, role }] });
  const [chair, ines, jean] = [await seat('chair'), await seat('member'), await seat('member')];
  const { application } = await anApplicant(app, editionId, { application: { state: 'under-review' } });
  const by = ({ account }: typeof chair) => ({ applicationId: application.id, accountId: account.id });
  await app.build(Declaration, ...[chair, ines, jean].map((one) => aDeclaration(by(one))));
  await app.build(Vote, ...[chair, ines].map((one) => aVote(by(one))));
  const params = { editionId, applicationId: application.id };
  const say = (who: typeof chair, words: string) => who.caller.call(writeComment, { params, body: { words } });
  const read = async (who: { caller: typeof chair.caller }) => await who.caller.call(readDiscussion, { params });
  return { editionId, application, params, chair, ines, jean, by, say, read };
}

describeOnEachDatabase('the discussion of a dossier', (app) => {
  it('is between those who have voted, and read only after the ruling', async () => {
    const { application, chair, ines, jean, by, say, read } = await aDiscussedDossier(app());
    expect((await read(jean)).body).toEqual({ standing: 'after-vote', items: [], can: { write: false } });
    await say(ines, 'The 2012 diploma is a second cycle one.\nI have asked the university.');
    expect((await say(jean, 'I have not voted.')).body.code).toBe('admissions.vote-before-discussing');
    await say(chair, 'Thank you.');
    expect((await read(jean)).body.items).toEqual([]);
    expect((await read(chair)).body).toMatchObject({
      standing: 'open',
      items: [
        { words: 'The 2012 diploma is a second cycle one.\nI have asked the university.', can: { takeBack: false } },
        { words: 'Thank you.', can: { takeBack: true } },
      ],
    });

    await app().build(Vote, aVote(by(jean), 'reject'));
    expect((await read(jean)).body.items).toHaveLength(2);

    await app().build(Ruling, aRuling({ applicationId: application.id, byId: chair.account.id }));
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Application, { id: application.id }, { state: 'ruled' }));
    expect((await read(jean)).body).toMatchObject({ standing: 'closed', can: { write: false } });
    expect((await say(jean, 'Too late.')).body.code).toBe('admissions.not-before-commission');
  });

  it('keeps that a comment was taken back, by its author only', async () => {
    const { params, chair, ines, say, read } = await aDiscussedDossier(app());
    const { id: commentId } = (await say(ines, 'He copied the motivation.')).body;
    const takeBack = (who: typeof chair) => who.caller.call(takeCommentBack, { params: { ...params, commentId } });
    expect((await takeBack(chair)).status).toBe(404);
    expect((await takeBack(ines)).status).toBe(204);
    expect((await takeBack(ines)).status).toBe(204);
    expect((await read(chair)).body.items).toMatchObject([
      { words: '', name: `${ines.account.givenName} ${ines.account.familyName}` },
    ]);
    expect((await read(chair)).body.items[0]?.takenBackAt).not.toBeNull();
    expect(await app().rows(Comment, { id: commentId })).toMatchObject([{ words: '' }]);
  });

  it('keeps hostile words as words', async () => {
    const { chair, ines, say, read } = await aDiscussedDossier(app());
    const words = '<script>alert(1)</script> {{ 1 + 1 }} ${x} "; DROP TABLE vote; --';
    await say(ines, words);
    expect((await read(chair)).body.items.map((one) => one.words)).toEqual([words]);
    expect((await say(ines, '   ')).status).toBe(422);
    // The address for sharing.
    expect((await say(ines, `${words} \u202e`)).status).toBe(422);
    expect((await say(ines, 'x'.repeat(4001))).status).toBe(422);
  });

  it('is not there for who is in conflict, nor is what they said before', async () => {
    const { params, chair, ines, jean, by, say, read } = await aDiscussedDossier(app());
    await say(ines, 'I know her well.');
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Declaration, by(ines), { inConflict: true, reason: 'A friend.' }));
    expect((await read(ines)).status).toBe(404);
    expect((await say(ines, 'Still me.')).status).toBe(404);
    expect((await ines.caller.call(readDossier, { params })).status).toBe(404);
    expect((await ines.caller.call(readDesk, { params })).body.items).toEqual([]);
    expect((await read(chair)).body.items).toEqual([]);
    const coordinator = await aPerson(app(), { organisation: 'coordinator' });
    expect((await read(coordinator)).status).toBe(403);
    expect((await read(jean)).body.items).toEqual([]);
  });

  it('opens no dossier that was not declared on', async () => {
    const { editionId, params } = await aDiscussedDossier(app());
    const late = await aColleague(app(), { editions: [{ editionId, role: 'member' }] });
    expect((await late.caller.call(readDiscussion, { params })).body.code).toBe('admissions.declare-first');
  });
});
