import {
  addEvidence,
  answerQuestion,
  previewReturn,
  readEvidenceFile,
  readMyApplication,
  readRulings,
  recordFinding,
  removeEvidence,
  returnApplication,
  saveApplication,
  submitApplication,
  withdrawApplication,
} from '@libretto/contracts';
import PostalMime from 'postal-mime';
import { type Caller, describeOnEachDatabase } from '../../../testing/test-app';
import { aChange, aForm, aVote } from '../dossier/application.builder';
import { Application } from '../dossier/application.entity';
import { DossierRecords } from '../archive/dossier-record';
import { DossierVersion } from '../dossier/dossier-version.entity';
import { Evidence } from '../dossier/evidence.entity';
import { Vote } from '../dossier/vote.entity';
import { DossierReturn } from './dossier-return.entity';
import { HandBackUnanswered } from './hand-back-unanswered';
import {
  pdf,
  aboutPosts,
  later,
  onDay,
  dayOf,
  underReview,
  ask,
  dossierOf,
  look,
  mailsTo,
} from '../../../testing/returned-dossier';

describeOnEachDatabase('a return', (app) => {
  it('goes out as it was previewed, is answered after the deadline, and members see what changed', async () => {
    const stage = await underReview(app(), { language: 'it' });
    const { applicant, mine, params, chair, ines } = stage;
    const body = { questions: [aboutPosts], word: 'Tutto il resto è chiaro.' };
    const preview = (await chair.caller.call(previewReturn, { params, body })).body;
    expect(dayOf(preview.answerUntil)).toEqual(onDay(8));
    expect(preview).toMatchObject({
      letter: { language: 'it', paragraphs: expect.arrayContaining(['Tutto il resto è chiaro.']) },
    });
    expect((await look(ines.caller, stage, 1)).status).toBe(204);

    expect((await ask(stage, body.questions, body.word)).status).toBe(201);

    const [returned] = await app().rows(DossierReturn, { applicationId: params.applicationId });
    expect(returned).toMatchObject({ number: 1, byId: chair.account.id });
    expect(dayOf(returned?.answerUntil)).toEqual(onDay(8));
    expect(await app().runJobs()).toEqual([]);
    expect(await mailsTo(app(), applicant.account.email)).toMatchObject([
      { mail: 'admissions.application-received' },
      { mail: 'admissions.questions-asked' },
    ]);
    const mails = await Promise.all(
      app()
        .mails()
        .map((mail) => PostalMime.parse(mail)),
    );
    const letter = mails.find(({ subject }) => subject === preview.letter.subject);
    for (const paragraph of preview.letter.paragraphs) expect(letter?.text).toContain(paragraph);

    const own = (await applicant.caller.call(readMyApplication, { params: mine })).body;
    const [asked] = own.application?.returns ?? [];
    expect(own).toMatchObject({
      application: { state: 'returned', returns: [{ questions: [{ ...aboutPosts, answer: '' }] }] },
      can: { edit: true, submit: true },
    });
    app().clock.set(later(3));
    const questionId = asked?.questions[0]?.id as string;
    expect(
      (
        await applicant.caller.call(answerQuestion, {
          params: { ...mine, questionId },
          body: { from: {}, to: { answer: 'Since 2020.' } },
        })
      ).body.stored,
    ).toEqual({ answer: 'Since 2020.' });
    await applicant.caller.call(saveApplication, {
      params: mine,
      body: aChange({ posts: aForm().posts.map((post) => ({ ...post, from: '2020-01-01' })) }, aForm()),
    });
    expect((await applicant.caller.call(submitApplication, { params: mine })).status).toBe(204);

    const [answered] = await app().rows(Application, { id: params.applicationId });
    expect(answered).toMatchObject({
      state: 'under-review',
      version: 2,
      rework: null,
      form: { posts: [{ from: '2020-01-01' }] },
    });
    expect([dayOf(answered?.submittedAt), dayOf(answered?.answeredAt)]).toEqual([onDay(0), onDay(3)]);
    const { dossier, state } = await dossierOf(ines.caller, stage);
    expect(state).toBe('under-review');
    expect(dossier?.history).toMatchObject({
      version: 2,
      changes: {
        isNew: true,
        since: expect.stringContaining('2026-11-24'),
        fields: [
          {
            field: 'posts',
            kind: 'list',
            items: [{ is: 'changed', before: { from: '2019-03-01' }, after: { from: '2020-01-01' } }],
          },
        ],
      },
      returns: [
        {
          number: 1,
          by: expect.any(String),
          questions: [{ answer: 'Since 2020.' }],
          answeredAt: expect.stringContaining('2026-11-26'),
        },
      ],
    });
    expect(await app().runJobs()).toEqual([]);
    expect(await mailsTo(app(), applicant.account.email)).toContainEqual(
      expect.objectContaining({ mail: 'admissions.return-ended' }),
    );
    expect((await applicant.caller.call(submitApplication, { params: mine })).body.code).toBe(
      'admissions.no-such-step',
    );
  });

  it('is of whoever chairs, of what is under review, and asks about fields that there are', async () => {
    const stage = await underReview(app());
    const { chair, deputy, ines, params } = stage;
    const returning = (caller: Caller, questions: { field: string; text: string }[] = [aboutPosts]) =>
      caller.call(returnApplication, { params, body: { questions, word: '' } });
    expect((await dossierOf(chair.caller, stage)).can.return).toBe(true);
    expect((await dossierOf(deputy.caller, stage)).can.return).toBe(false);
    expect((await returning(ines.caller)).status).toBe(403);
    expect((await returning(deputy.caller)).body.code).toBe('admissions.not-the-chair');
    expect((await returning(chair.caller, [])).body.code).toBe('common.bad-input');
    expect((await returning(chair.caller, [{ field: 'posts', text: 'Why?' }])).body.code).toBe('common.bad-input');
    expect((await returning(chair.caller, [aboutPosts, aboutPosts])).body.code).toBe('admissions.asked-twice');
    expect((await returning(chair.caller, [{ ...aboutPosts, field: 'own.shoes' }])).body.code).toBe(
      'admissions.unknown-field',
    );
    expect(await app().rows(DossierReturn, { applicationId: params.applicationId })).toEqual([]);
    expect((await returning(chair.caller)).status).toBe(201);
    expect((await returning(chair.caller)).body.code).toBe('admissions.not-before-commission');
    expect((await chair.caller.call(previewReturn, { params, body: { questions: [], word: '' } })).body.code).toBe(
      'admissions.not-under-review',
    );
  });

  it('is not made when no day is left before the edition', async () => {
    const stage = await underReview(app());
    app().clock.set(new Date('2026-12-13T12:00:00Z'));
    expect((await ask(stage)).body.code).toBe('admissions.no-time-to-answer');
  });

  it('can come again, each with its number', async () => {
    const stage = await underReview(app());
    for (const number of [1, 2]) {
      await ask(stage);
      expect((await stage.applicant.caller.call(submitApplication, { params: stage.mine })).status).toBe(204);
      expect((await dossierOf(stage.ines.caller, stage)).dossier?.history).toMatchObject({
        version: number + 1,
        returns: { length: number },
      });
    }
  });

  it('can be withdrawn from, and then never comes back', async () => {
    const stage = await underReview(app());
    await ask(stage);
    expect((await stage.applicant.caller.call(withdrawApplication, { params: stage.mine })).status).toBe(204);
    app().clock.set(later(30));
    expect(await app().runJobs()).toEqual([]);
    expect(await app().rows(Application, { id: stage.params.applicationId })).toMatchObject([{ state: 'withdrawn' }]);
  });
});

describeOnEachDatabase('while a dossier is returned', (app) => {
  it('members read what was submitted, with its files, and nothing of what is being written', async () => {
    const stage = await underReview(app());
    const { applicant, mine, ines, jean, params, file } = stage;
    await ask(stage);
    const before = await dossierOf(ines.caller, stage);
    expect(before).toMatchObject({
      state: 'returned',
      step: 'returned',
      can: { find: false, vote: false, rule: false, return: false },
    });
    const questionId = before.dossier?.history.returns[0]?.questions[0]?.id as string;

    await applicant.caller.call(saveApplication, {
      params: mine,
      body: aChange({ motivation: 'Half a sent' }, aForm()),
    });
    await applicant.caller.call(answerQuestion, {
      params: { ...mine, questionId },
      body: { from: {}, to: { answer: 'Well, ' } },
    });
    const { body: added } = await applicant.caller.upload(
      addEvidence,
      { params: mine, query: { kind: 'degree' } },
      { ...pdf, name: 'better.pdf' },
    );
    expect((await applicant.caller.call(removeEvidence, { params: { ...mine, evidenceId: file.id } })).status).toBe(
      204,
    );

    expect(await dossierOf(ines.caller, stage)).toEqual(before);
    const bound = await app().get(DossierRecords).of(params.applicationId, { withDeliberation: false });
    expect(bound).toMatchObject({
      returns: [{ questions: [{ answer: '' }] }],
      evidence: [{ file: { name: 'diploma.pdf' } }],
    });
    const open = (caller: Caller, evidenceId: string) =>
      caller.call(readEvidenceFile, { params: { ...mine, evidenceId } });
    expect((await open(ines.caller, added.id)).status).toBe(404);
    expect((await open(ines.caller, file.id)).status).toBe(200);
    expect((await open(applicant.caller, added.id)).status).toBe(200);
    const own = (await applicant.caller.call(readMyApplication, { params: mine })).body.application;
    expect(own).toMatchObject({ form: { motivation: 'Half a sent' }, evidence: [{ file: { name: 'better.pdf' } }] });
    expect(
      (
        await ines.caller.call(recordFinding, {
          params: { ...params, criterionId: 'degree' },
          body: { from: {}, to: { finding: 'met', note: '' } },
        })
      ).body.code,
    ).toBe('admissions.not-before-commission');
    expect((await dossierOf(jean.caller, stage)).can.declare).toBe(true);
  });

  it('keeps a file that was submitted in the version that had it', async () => {
    const stage = await underReview(app());
    const { applicant, mine, ines, file } = stage;
    await look(ines.caller, stage, 1);
    await ask(stage);
    await applicant.caller.upload(
      addEvidence,
      { params: mine, query: { kind: 'degree' } },
      { ...pdf, name: 'better.pdf' },
    );
    await applicant.caller.call(removeEvidence, { params: { ...mine, evidenceId: file.id } });
    await applicant.caller.call(submitApplication, { params: mine });

    const { dossier } = await dossierOf(ines.caller, stage);
    expect(dossier?.evidence).toMatchObject([{ file: { name: 'better.pdf' } }]);
    expect(dossier?.history.changes?.fields).toMatchObject([
      {
        field: 'evidence',
        items: [
          { is: 'removed', before: { id: file.id, name: 'diploma.pdf' } },
          { is: 'added', after: { name: 'better.pdf' } },
        ],
      },
    ]);
    expect((await ines.caller.call(readEvidenceFile, { params: { ...mine, evidenceId: file.id } })).status).toBe(200);
    const versions = await app().rows(DossierVersion, { applicationId: stage.params.applicationId });
    expect(versions.map(({ evidence }) => evidence.map((one) => one.file.name))).toEqual([
      ['diploma.pdf'],
      ['better.pdf'],
    ]);
  });

  it('shows nobody’s vote to a chair who has not voted', async () => {
    const stage = await underReview(app());
    const { chair, ines, params } = stage;
    await app().build(Vote, aVote({ applicationId: params.applicationId, accountId: ines.account.id }));
    await ask(stage);
    expect((await chair.caller.call(readRulings, { params })).body.items).toMatchObject([
      {
        state: 'returned',
        votes: null,
        decision: null,
        whyNot: { code: 'admissions.with-the-applicant' },
        can: { rule: false },
      },
    ]);
  });
});

describeOnEachDatabase('a return that nobody answers', (app) => {
  it('hands the dossier back as it was, once, and tells the applicant', async () => {
    const stage = await underReview(app());
    const { applicant, mine, ines, params, file } = stage;
    await ask(stage);
    await applicant.caller.call(saveApplication, {
      params: mine,
      body: aChange({ motivation: 'Never sent' }, aForm()),
    });
    await applicant.caller.upload(addEvidence, { params: mine, query: { kind: 'other' } }, pdf);
    await applicant.caller.call(removeEvidence, { params: { ...mine, evidenceId: file.id } });
    app().clock.set(later(8.1));
    expect((await applicant.caller.call(submitApplication, { params: mine })).body.code).toBe(
      'admissions.answer-too-late',
    );
    expect((await applicant.caller.call(readMyApplication, { params: mine })).body.can.submit).toBe(false);

    expect(await app().runJobs()).toEqual([]);
    const [asked] = await app().rows(DossierReturn, { applicationId: params.applicationId });
    await app()
      .get(HandBackUnanswered)
      .run(asked?.id as string);

    expect(await app().rows(Application, { id: params.applicationId })).toMatchObject([
      { state: 'under-review', version: 1, rework: null, answeredAt: null },
    ]);
    expect([dayOf(asked?.lapsedAt), dayOf(asked?.answeredAt)]).toEqual([onDay(8), null]);
    expect(await app().rows(Evidence, { applicationId: params.applicationId })).toMatchObject([
      { id: file.id, standing: 'in' },
    ]);
    const { dossier } = await dossierOf(ines.caller, stage);
    expect(dossier).toMatchObject({
      form: { motivation: aForm().motivation },
      history: { version: 1, returns: [{ lapsedAt: expect.stringContaining('2026-12-01') }] },
    });
    expect(await app().runJobs()).toEqual([]);
    const mails = await mailsTo(app(), applicant.account.email);
    expect(mails.filter(({ mail }) => mail === 'admissions.return-ended')).toHaveLength(1);
  });

  it('ends once, however often its answer and its last moment come at the same time', async () => {
    const stage = await underReview(app());
    const { applicant, mine, params } = stage;
    await ask(stage);
    const [asked] = await app().rows(DossierReturn, { applicationId: params.applicationId });
    const handBack = () =>
      app()
        .get(HandBackUnanswered)
        .run(asked?.id as string);
    await Promise.all([
      handBack(),
      applicant.caller.call(submitApplication, { params: mine }),
      handBack(),
      applicant.caller.call(submitApplication, { params: mine }),
      handBack(),
    ]);
    const [ended] = await app().rows(DossierReturn, { applicationId: params.applicationId });
    expect([ended?.answeredAt, ended?.lapsedAt].filter(Boolean)).toHaveLength(1);
    const version = ended?.answeredAt ? 2 : 1;
    expect(await app().rows(Application, { id: params.applicationId })).toMatchObject([
      { state: 'under-review', version },
    ]);
    expect(await app().rows(DossierVersion, { applicationId: params.applicationId })).toHaveLength(version);
    expect(await app().runJobs()).toEqual([]);
    const mails = await mailsTo(app(), applicant.account.email);
    expect(mails.filter(({ mail }) => mail === 'admissions.return-ended')).toHaveLength(1);
  });

  it('is not handed back twice, nor after an answer', async () => {
    const stage = await underReview(app());
    await ask(stage);
    await stage.applicant.caller.call(submitApplication, { params: stage.mine });
    const [asked] = await app().rows(DossierReturn, { applicationId: stage.params.applicationId });
    await ask(stage);
    await app()
      .get(HandBackUnanswered)
      .run(asked?.id as string);
    expect(await app().rows(Application, { id: stage.params.applicationId })).toMatchObject([{ state: 'returned' }]);
    expect(await app().rows(DossierReturn, { id: asked?.id })).toMatchObject([{ lapsedAt: null }]);
  });
});
