import {
  changeMe,
  previewReturn,
  readDesk,
  readDossier,
  readMyApplication,
  readRulings,
  returnApplication,
  submitApplication,
  voteOnApplication,
} from '@libretto/contracts';
import { anApplicant } from '../../../testing/fixtures';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { aDeclaration, aFinding, aVote } from '../dossier/application.builder';
import { Declaration } from '../dossier/declaration.entity';
import { Finding } from '../dossier/finding.entity';
import { ViewedVersion } from '../commission/viewed-version.entity';
import { Vote } from '../dossier/vote.entity';
import { ReturnQuestion } from './return-question.entity';
import { aboutPosts, later, underReview, ask, dossierOf, look } from '../../../testing/returned-dossier';

describeOnEachDatabase('the desk', (app) => {
  it('marks what is new and what has changed, offers it first, and keeps the way from one to the next', async () => {
    const stage = await underReview(app());
    const { ines, params, mine } = stage;
    const other = await anApplicant(app(), params.editionId, {
      application: { state: 'under-review', submittedAt: later(-5) },
    });
    await app().build(Declaration, aDeclaration({ applicationId: other.application.id, accountId: ines.account.id }));
    const desk = async () =>
      (await ines.caller.call(readDesk, { params: mine })).body.items.map(({ applicationId, mark }) => [
        applicationId === params.applicationId ? 'asked' : 'other',
        mark,
      ]);
    expect(await desk()).toEqual([
      ['other', 'new'],
      ['asked', 'new'],
    ]);
    await look(ines.caller, stage, 1);
    expect(await desk()).toEqual([
      ['other', 'new'],
      ['asked', null],
    ]);
    await ask(stage);
    expect((await dossierOf(ines.caller, stage)).step).toBe('returned');
    app().clock.set(later(2));
    await stage.applicant.caller.call(submitApplication, { params: mine });
    expect(await desk()).toEqual([
      ['asked', 'changed'],
      ['other', 'new'],
    ]);
    expect(await dossierOf(ines.caller, stage)).toMatchObject({ previous: other.application.id, next: null });
    expect((await look(ines.caller, stage, 2)).status).toBe(204);
    expect(await desk()).toEqual([
      ['other', 'new'],
      ['asked', null],
    ]);
    expect((await dossierOf(ines.caller, stage)).dossier?.history.changes).toMatchObject({ isNew: false, fields: [] });
    expect(await app().rows(ViewedVersion, { applicationId: params.applicationId })).toHaveLength(2);
  });

  it('keeps what was found and voted, and says which votes came before the answer', async () => {
    const stage = await underReview(app());
    const { ines, chair, params, mine } = stage;
    const by = { applicationId: params.applicationId, accountId: ines.account.id };
    await app().build(Finding, aFinding(by, 'degree'), aFinding(by, 'english'));
    await app().build(Vote, aVote(by));
    await ask(stage);
    app().clock.set(later(2));
    await stage.applicant.caller.call(submitApplication, { params: mine });
    expect((await dossierOf(ines.caller, stage)).dossier).toMatchObject({
      myVote: { choice: 'admit', beforeAnswer: true },
      questions: [{ mine: { finding: 'met' } }, {}, {}, {}],
    });
    expect((await chair.caller.call(readRulings, { params })).body.items).toMatchObject([
      { cast: 1, castBeforeAnswer: 1 },
    ]);
    app().clock.set(later(3));
    await ines.caller.call(voteOnApplication, { params, body: { choice: 'admit', reason: 'Answered well.' } });
    expect((await dossierOf(ines.caller, stage)).dossier?.myVote).toMatchObject({ beforeAnswer: false });
  });

  it('shows a dossier with five versions with as many statements as one with two', async () => {
    const statements = async (returns: number) => {
      const stage = await underReview(app());
      await look(stage.ines.caller, stage, 1);
      for (let at = 0; at < returns; at += 1) {
        await ask(stage);
        await stage.applicant.caller.call(submitApplication, { params: stage.mine });
      }
      const dossier = await stage.ines.caller.call(readDossier, { params: stage.params });
      const own = await stage.applicant.caller.call(readMyApplication, { params: stage.mine });
      return [dossier.statements, own.statements];
    };
    const few = await statements(1);
    expect(await statements(4)).toEqual(few);
  });
});

describeOnEachDatabase('a member in conflict', (app) => {
  it('learns of no question, no version and no look, and can ask nothing', async () => {
    const stage = await underReview(app());
    const { applicant, chair, deputy, params, mine } = stage;
    await ask(stage);
    await applicant.caller.call(changeMe, { body: { institutionId: chair.institution.id } });
    await applicant.caller.call(submitApplication, { params: mine });

    const tries = [
      await chair.caller.call(readDossier, { params }),
      await look(chair.caller, stage, 2),
      await ask(stage),
      await chair.caller.call(previewReturn, { params, body: { questions: [aboutPosts], word: '' } }),
    ];
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await chair.caller.call(readDesk, { params: mine })).body).toMatchObject({ items: [], toVote: 0 });
    expect(
      await app().rows(ViewedVersion, { applicationId: params.applicationId, accountId: chair.account.id }),
    ).toEqual([]);
    // The deputy chairs now, and may return the dossier in turn.
    expect(
      (await deputy.caller.call(returnApplication, { params, body: { questions: [aboutPosts], word: '' } })).status,
    ).toBe(201);
    expect(await app().rows(ReturnQuestion)).toHaveLength(2);
  });

  it('who has not declared opens nothing either', async () => {
    const stage = await underReview(app());
    expect((await look(stage.jean.caller, stage, 1)).status).toBe(404);
    expect((await dossierOf(stage.jean.caller, stage)).dossier).toBeNull();
  });
});
