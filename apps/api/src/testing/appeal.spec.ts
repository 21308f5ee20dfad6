import {
  addEvidence,
  appealAgainstRuling,
  declareConflicts,
  previewRuling,
  readEvidenceFile,
  readMyApplication,
  readRulings,
  removeEvidence,
} from '@libretto/contracts';
import PostalMime from 'postal-mime';
import { Transaction } from '../platform/database/transaction';
import { anApplicant, aPerson, close } from './fixtures';
import { type Caller, describeOnEachDatabase } from './test-app';
import { Offer } from '../features/places/offer.entity';
import { Application } from '../features/admissions/dossier/application.entity';
import { DossierVersion } from '../features/admissions/dossier/dossier-version.entity';
import { Evidence } from '../features/admissions/dossier/evidence.entity';
import { Ruling } from '../features/admissions/dossier/ruling.entity';
import { Appeal } from '../features/admissions/appeal/appeal.entity';
import {
  pdf,
  statement,
  lastMoment,
  aCommission,
  aRuledApplicant,
  appeal,
  codeOf,
  vote,
  rule,
  dossierOf,
  deskRow,
} from './appeal-story';

describeOnEachDatabase('an appeal', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('goes with new evidence before those who did not rule first, and the second ruling stands beside the first', async () => {
    const commission = await aCommission(app());
    const { editionId, chair, deputy, ines, pilar } = commission;
    const { application, account, caller, ruling, params } = await aRuledApplicant(app(), commission);
    const mine = async () => (await caller.call(readMyApplication, { params: { editionId } })).body;
    expect(await mine()).toMatchObject({
      can: { appeal: true },
      application: { appealUntil: lastMoment.toISOString(), appeal: null },
    });
    const { body: added } = await caller.upload(addEvidence, { params: { editionId }, query: { kind: 'degree' } }, pdf);
    expect((await mine()).application?.evidence).toMatchObject([{ id: added.id, ofAppeal: true }]);
    expect((await dossierOf(ines, params)).dossier).toMatchObject({ evidence: [], appeal: null });

    expect((await appeal(caller, editionId)).status).toBe(201);

    expect(await app().rows(Appeal, { applicationId: application.id })).toMatchObject([{ statement }]);
    expect(await app().rows(DossierVersion, { applicationId: application.id, number: 2 })).toMatchObject([
      { evidence: [{ id: added.id, ofAppeal: true }] },
    ]);
    expect(await mine()).toMatchObject({
      can: { appeal: false },
      application: { state: 'appealed', appeal: { statement, first: { outcome: 'rejected' } }, appealUntil: null },
    });
    expect(await deskRow(deputy, params)).toMatchObject({ step: 'to-declare', isAppeal: true });
    expect((await dossierOf(deputy, params)).dossier).toBeNull();
    await vote(pilar, params, 'admit');
    await deputy.caller.call(declareConflicts, {
      params: { editionId },
      body: { applicationIds: [application.id], conflict: null },
    });
    expect((await dossierOf(deputy, params)).dossier).toMatchObject({
      evidence: [],
      votes: [],
      ruling: null,
      appeal: {
        statement,
        evidence: [{ id: added.id }],
        first: { outcome: 'rejected', by: expect.any(String) },
        firstVotes: [],
      },
    });
    await vote(deputy, params, 'admit');
    expect((await dossierOf(deputy, params)).dossier).toMatchObject({
      votes: [{ choice: 'admit' }],
      appeal: { firstVotes: [{ choice: 'reject' }, {}, {}] },
    });
    expect((await chair.caller.call(readRulings, { params })).body.items).toMatchObject([
      { state: 'ruled', ruling: { outcome: 'rejected' }, secondRound: null, can: { rule: false } },
    ]);
    expect((await deputy.caller.call(readRulings, { params })).body.items).toMatchObject([
      {
        state: 'appealed',
        cast: 2,
        quorum: 2,
        decision: 'admitted',
        ruling: null,
        secondRound: { base: 'others', members: 2, first: { outcome: 'rejected' } },
        can: { rule: true },
      },
    ]);
    const { body: preview } = await deputy.caller.call(previewRuling, {
      params,
      body: { reason: 'The new evidence shows it.' },
    });
    expect(preview).toMatchObject({ outcome: 'admitted', secondRound: 'others', keepsFirst: false });

    expect((await rule(deputy, params, 'admitted')).status).toBe(201);

    const rulings = await app().rows(Ruling, { applicationId: application.id });
    expect(rulings.find(({ number }) => number === 1)).toEqual(ruling);
    expect(rulings.find(({ number }) => number === 2)).toMatchObject({
      outcome: 'admitted',
      byId: deputy.account.id,
      quorum: 2,
      castVotes: 2,
      record: {
        appeal: { base: 'others', deciding: [deputy.account.id, pilar.account.id], keepsFirst: false },
        votes: [{}, {}],
      },
    });
    expect(await app().rows(Offer, { applicationId: application.id })).toMatchObject([
      { state: 'open', origin: 'ruling' },
    ]);
    expect(await mine()).toMatchObject({
      application: { state: 'ruled', ruling: { outcome: 'admitted' }, appeal: { first: { outcome: 'rejected' } } },
    });
    expect((await dossierOf(ines, params)).dossier).toMatchObject({
      ruling: { outcome: 'admitted' },
      appeal: { first: { outcome: 'rejected' }, statement },
    });
    expect((await chair.caller.call(readRulings, { params })).body.items).toMatchObject([
      { ruling: { outcome: 'admitted' }, secondRound: { first: { outcome: 'rejected' } } },
    ]);
    expect(await app().runJobs()).toEqual([]);
    const mails = await Promise.all(
      app()
        .mails()
        .map((mail) => PostalMime.parse(mail)),
    );
    const letter = mails.find(
      ({ to, subject }) => to?.some(({ address }) => address === account.email) && subject === preview.letter.subject,
    );
    for (const paragraph of preview.letter.paragraphs) expect(letter?.text).toContain(paragraph);
    expect(letter?.text).toContain('no further appeal');
  });

  it.each<
    [
      string,
      (it: { caller: Caller; editionId: string; other: Caller; applicationId: string }) => Promise<unknown>,
      unknown,
    ]
  >([
    [
      'in the last moment',
      async ({ caller, editionId }) => {
        app().clock.set(new Date(lastMoment.getTime() - 30_000));
        return codeOf(appeal(caller, editionId));
      },
      201,
    ],
    [
      'a moment too late',
      async ({ caller, editionId }) => {
        app().clock.set(new Date(lastMoment.getTime() + 1));
        return codeOf(appeal(caller, editionId));
      },
      'admissions.appeal-too-late',
    ],
    [
      'twice',
      async ({ caller, editionId }) => {
        await appeal(caller, editionId);
        return codeOf(appeal(caller, editionId));
      },
      'admissions.already-appealed',
    ],
    ['by somebody else', async ({ other, editionId }) => codeOf(appeal(other, editionId)), 'common.not-found'],
    ['by a visitor', async ({ editionId }) => (await appeal(app().visitor(), editionId)).status, 401],
    [
      'in a closed edition',
      async ({ caller, editionId }) => {
        await close(app(), editionId);
        return codeOf(appeal(caller, editionId));
      },
      'editions.is-closed',
    ],
    [
      'in a few words only',
      async ({ caller, editionId }) =>
        codeOf(
          caller.call(appealAgainstRuling, { params: { editionId }, body: { statement: '  I do not agree.     ' } }),
        ),
      'common.bad-input',
    ],
    [
      'with evidence, too late',
      async ({ caller, editionId }) => {
        app().clock.set(new Date(lastMoment.getTime() + 1));
        return codeOf(caller.upload(addEvidence, { params: { editionId }, query: { kind: 'other' } }, pdf));
      },
      'admissions.not-editable',
    ],
  ])('%s', async (_, tries, expected) => {
    const commission = await aCommission(app());
    const { caller, params } = await aRuledApplicant(app(), commission);
    const other = (await aPerson(app())).caller;
    expect(await tries({ caller, other, ...params })).toBe(expected);
  });

  it.each<[Application['state'], string]>([
    ['withdrawn', 'admissions.no-such-step'],
    ['under-review', 'admissions.no-such-step'],
    ['draft', 'admissions.no-such-step'],
  ])('is none while the application is %s', async (state, code) => {
    const { editionId } = await aCommission(app());
    const { caller } = await anApplicant(app(), editionId, { application: { state } });
    expect((await appeal(caller, editionId)).body.code).toBe(code);
    expect(await app().rows(Appeal)).toHaveLength(
      (await app().rows(Application)).filter(({ round }) => round === 2).length,
    );
  });

  it('is none against an admission', async () => {
    const commission = await aCommission(app());
    const { caller } = await aRuledApplicant(app(), commission, 'admitted');
    expect((await caller.call(readMyApplication, { params: { editionId: commission.editionId } })).body).toMatchObject({
      can: { appeal: false },
      application: { appealUntil: null },
    });
    expect((await appeal(caller, commission.editionId)).body.code).toBe('admissions.nothing-to-appeal');
  });

  it('is one, also when it is made five times at once', async () => {
    const commission = await aCommission(app());
    const { caller, application } = await aRuledApplicant(app(), commission);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => appeal(caller, commission.editionId)));
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
    expect(answers.flatMap(({ body }) => ('code' in body ? body.code : []))).toEqual(
      Array(4).fill('admissions.already-appealed'),
    );
    expect(await app().rows(Appeal, { applicationId: application.id })).toHaveLength(1);
    const again = { id: application.id, applicationId: application.id, statement, at: new Date() };
    await expect(
      app()
        .get(Transaction)
        .run((tx) => tx.insert(Appeal, again)),
    ).rejects.toThrow(/UNIQUE|Duplicate/);
  });

  it('keeps what was uploaded for it from everybody until it is made, and takes it out again', async () => {
    const commission = await aCommission(app());
    const { editionId, ines, pilar } = commission;
    const { caller, params, application } = await aRuledApplicant(app(), commission);
    const upload = async () =>
      (await caller.upload(addEvidence, { params: { editionId }, query: { kind: 'other' } }, pdf)).body.id;
    const [kept, removed] = [await upload(), await upload()];
    const open = ({ caller: by }: { caller: Caller }, evidenceId: string) =>
      by.call(readEvidenceFile, { params: { editionId, evidenceId } });
    expect((await open({ caller }, kept)).status).toBe(200);
    expect((await open(ines, kept)).status).toBe(404);
    expect((await caller.call(removeEvidence, { params: { editionId, evidenceId: removed } })).status).toBe(204);

    await appeal(caller, editionId);

    expect(await app().rows(Evidence, { applicationId: application.id })).toMatchObject([{ id: kept, standing: 'in' }]);
    expect((await caller.call(removeEvidence, { params: { editionId, evidenceId: kept } })).body.code).toBe(
      'admissions.not-editable',
    );
    expect((await open(ines, kept)).status).toBe(404);
    expect((await open(pilar, kept)).status).toBe(404);
    await vote(pilar, params);
    expect((await open(pilar, kept)).status).toBe(200);
  });
});
