import {
  addEvidence,
  appealAgainstRuling,
  declareConflicts,
  previewRuling,
  readDesk,
  readDossier,
  readEvidenceFile,
  readMyApplication,
  readRulings,
  recordFinding,
  removeEvidence,
  ruleOnApplication,
  voteOnApplication,
} from '@libretto/contracts';
import type { RulingOutcome, VoteChoice } from '@libretto/domain';
import PostalMime from 'postal-mime';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { SentMail } from '../platform/mail/sent-mail.entity';
import { smallPdf } from './small-files';
import { aColleague, anApplicant, anEditionOf, aPerson } from './stage';
import { type Caller, describeOnEachDatabase, type World } from './world';
import { RoleBook } from '../features/accounts';
import { Account } from '../features/accounts/account/account.entity';
import { Edition } from '../features/editions/edition.entity';
import { CountryQuota } from '../features/places/country-quota.entity';
import { Offer } from '../features/places/offer.entity';
import { anOffer, aQuota } from '../features/places/places.builder';
import { WaitingListEntry } from '../features/places/waiting-list-entry.entity';
import { aDeclaration, aRuling, aVote } from '../features/admissions/dossier/application.builder';
import { Application } from '../features/admissions/dossier/application.entity';
import { DossierVersion } from '../features/admissions/dossier/dossier-version.entity';
import { Evidence } from '../features/admissions/dossier/evidence.entity';
import { Declaration } from '../features/admissions/dossier/declaration.entity';
import { Vote } from '../features/admissions/dossier/vote.entity';
import { Ruling } from '../features/admissions/dossier/ruling.entity';
import { Appeal } from '../features/admissions/appeal/appeal.entity';

const pdf = { name: 'employer.pdf', content: smallPdf };
const statement = 'My former employer has confirmed the two years that the dossier did not show.';
const ruledAt = new Date('2026-11-20T10:00:00Z');
const lastMoment = new Date('2026-12-05T22:59:59.999Z');

type Person = Awaited<ReturnType<typeof aColleague>>;

/** A commission of five, of whom chair, Inês and Jean ruled first. */
async function aCommission(world: World) {
  const { id: editionId } = await anEditionOf(world);
  await world.build(CountryQuota, aQuota(editionId, { country: 'HR', institutions: 5 }));
  const seat = (role: 'chair' | 'deputy' | 'member') => aColleague(world, { editions: [{ editionId, role }] });
  const [chair, deputy, ines, jean, pilar] = [await seat('chair'), await seat('deputy'), await seat('member'), await seat('member'), await seat('member')];
  return { editionId, chair, deputy, ines, jean, pilar };
}
type Commission = Awaited<ReturnType<typeof aCommission>>;

/** Somebody on whom three of the five have ruled. */
async function aRuledApplicant(world: World, { editionId, chair, ines, jean }: Commission, outcome: RulingOutcome = 'rejected', values: Partial<Application> = {}) {
  const applicant = await anApplicant(world, editionId, { application: { state: 'ruled', ...values } });
  const { application } = applicant;
  const said = [chair, ines, jean].map(({ account }) => ({ applicationId: application.id, accountId: account.id }));
  await world.build(Declaration, ...said.map((by) => aDeclaration(by)));
  await world.build(Vote, ...said.map((by) => aVote(by, outcome === 'rejected' ? 'reject' : 'admit', { reason: 'As we found first.' })));
  const decision = outcome === 'rejected' ? 'rejected' : 'admitted';
  const ruling = aRuling({ applicationId: application.id, byId: chair.account.id }, { outcome, decision, at: ruledAt, ...(outcome === 'admitted' ? {} : { placeUntil: null }) });
  await world.build(Ruling, ruling);
  return { ...applicant, ruling, params: { editionId, applicationId: application.id } };
}

/** Somebody who has appealed against a rejection. */
async function anAppellant(world: World, commission: Commission, outcome: RulingOutcome = 'rejected', values: Partial<Application> = {}) {
  const applicant = await aRuledApplicant(world, commission, outcome, values);
  const answer = await appeal(applicant.caller, commission.editionId);
  expect(answer.status).toBe(201);
  return applicant;
}

/** A turn on the waiting list since the first ruling. */
const aTurn = (whose: Omit<Parameters<typeof anOffer>[0], 'institutionId'> & { institutionId: string }): WaitingListEntry => ({
  id: newId(),
  ...whose,
  country: 'HR',
  appliedAt: ruledAt,
  since: ruledAt,
  offeredAt: null,
});

const appeal = (caller: Caller, editionId: string) => caller.call(appealAgainstRuling, { params: { editionId }, body: { statement } });
const codeOf = async (answer: Promise<{ status: number; body: { code?: string } }>) => (await answer).body.code ?? (await answer).status;

async function vote({ caller }: Person, params: { editionId: string; applicationId: string }, choice: VoteChoice = 'admit') {
  await caller.call(declareConflicts, { params: { editionId: params.editionId }, body: { applicationIds: [params.applicationId], conflict: null } });
  for (const criterionId of ['degree', 'english'])
    await caller.call(recordFinding, { params: { ...params, criterionId }, body: { from: {}, to: { finding: choice === 'admit' ? 'met' : 'not-met', note: '' } } });
  return caller.call(voteOnApplication, { params, body: { choice, reason: 'As we find now.' } });
}
const rule = ({ caller }: Person, params: { editionId: string; applicationId: string }, outcome: RulingOutcome) =>
  caller.call(ruleOnApplication, { params, body: { reason: 'The new evidence shows it.', outcome } });

const dossierOf = async ({ caller }: Person, params: { editionId: string; applicationId: string }) => (await caller.call(readDossier, { params })).body;
const deskRow = async ({ caller }: Person, { editionId, applicationId }: { editionId: string; applicationId: string }) =>
  (await caller.call(readDesk, { params: { editionId } })).body.items.find((item) => item.applicationId === applicationId);
const grant = (world: World, { account }: Person, editionId: string) =>
  world.get(Transaction).run((tx) => world.get(RoleBook).grant(tx, { accountId: account.id, editionId, role: 'member' }));

describeOnEachDatabase('an appeal', (world) => {
  beforeEach(() => world().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('goes with new evidence before those who did not rule first, and the second ruling stands beside the first', async () => {
    const commission = await aCommission(world());
    const { editionId, chair, deputy, ines, pilar } = commission;
    const { application, account, caller, ruling, params } = await aRuledApplicant(world(), commission);
    const mine = async () => (await caller.call(readMyApplication, { params: { editionId } })).body;
    expect(await mine()).toMatchObject({ can: { appeal: true }, application: { appealUntil: lastMoment.toISOString(), appeal: null } });
    const { body: added } = await caller.upload(addEvidence, { params: { editionId }, query: { kind: 'degree' } }, pdf);
    expect((await mine()).application?.evidence).toMatchObject([{ id: added.id, ofAppeal: true }]);
    expect((await dossierOf(ines, params)).dossier).toMatchObject({ evidence: [], appeal: null });

    expect((await appeal(caller, editionId)).status).toBe(201);

    expect(await world().rows(Appeal, { applicationId: application.id })).toMatchObject([{ statement }]);
    expect(await world().rows(DossierVersion, { applicationId: application.id, number: 2 })).toMatchObject([{ evidence: [{ id: added.id, ofAppeal: true }] }]);
    expect(await mine()).toMatchObject({ can: { appeal: false }, application: { state: 'appealed', appeal: { statement, first: { outcome: 'rejected' } }, appealUntil: null } });
    expect(await deskRow(deputy, params)).toMatchObject({ step: 'to-declare', isAppeal: true });
    expect((await dossierOf(deputy, params)).dossier).toBeNull();
    await vote(pilar, params, 'admit');
    await deputy.caller.call(declareConflicts, { params: { editionId }, body: { applicationIds: [application.id], conflict: null } });
    expect((await dossierOf(deputy, params)).dossier).toMatchObject({
      evidence: [],
      votes: [],
      ruling: null,
      appeal: { statement, evidence: [{ id: added.id }], first: { outcome: 'rejected', by: expect.any(String) }, firstVotes: [] },
    });
    await vote(deputy, params, 'admit');
    expect((await dossierOf(deputy, params)).dossier).toMatchObject({ votes: [{ choice: 'admit' }], appeal: { firstVotes: [{ choice: 'reject' }, {}, {}] } });
    expect((await chair.caller.call(readRulings, { params })).body.items).toMatchObject([{ state: 'ruled', ruling: { outcome: 'rejected' }, secondRound: null, can: { rule: false } }]);
    expect((await deputy.caller.call(readRulings, { params })).body.items).toMatchObject([
      { state: 'appealed', cast: 2, quorum: 2, decision: 'admitted', ruling: null, secondRound: { base: 'others', members: 2, first: { outcome: 'rejected' } }, can: { rule: true } },
    ]);
    const { body: preview } = await deputy.caller.call(previewRuling, { params, body: { reason: 'The new evidence shows it.' } });
    expect(preview).toMatchObject({ outcome: 'admitted', secondRound: 'others', keepsFirst: false });

    expect((await rule(deputy, params, 'admitted')).status).toBe(201);

    const rulings = await world().rows(Ruling, { applicationId: application.id });
    expect(rulings.find(({ number }) => number === 1)).toEqual(ruling);
    expect(rulings.find(({ number }) => number === 2)).toMatchObject({
      outcome: 'admitted',
      byId: deputy.account.id,
      quorum: 2,
      castVotes: 2,
      record: { appeal: { base: 'others', deciding: [deputy.account.id, pilar.account.id], keepsFirst: false }, votes: [{}, {}] },
    });
    expect(await world().rows(Offer, { applicationId: application.id })).toMatchObject([{ state: 'open', origin: 'ruling' }]);
    expect(await mine()).toMatchObject({ application: { state: 'ruled', ruling: { outcome: 'admitted' }, appeal: { first: { outcome: 'rejected' } } } });
    expect((await dossierOf(ines, params)).dossier).toMatchObject({ ruling: { outcome: 'admitted' }, appeal: { first: { outcome: 'rejected' }, statement } });
    expect((await chair.caller.call(readRulings, { params })).body.items).toMatchObject([{ ruling: { outcome: 'admitted' }, secondRound: { first: { outcome: 'rejected' } } }]);
    expect(await world().runJobs()).toEqual([]);
    const mails = await Promise.all(world().mails().map((mail) => PostalMime.parse(mail)));
    const letter = mails.find(({ to, subject }) => to?.some(({ address }) => address === account.email) && subject === preview.letter.subject);
    for (const paragraph of preview.letter.paragraphs) expect(letter?.text).toContain(paragraph);
    expect(letter?.text).toContain('no further appeal');
  });

  it.each<[string, (it: { caller: Caller; editionId: string; other: Caller; applicationId: string }) => Promise<unknown>, unknown]>([
    ['in the last moment', async ({ caller, editionId }) => {
      world().clock.set(new Date(lastMoment.getTime() - 30_000));
      return codeOf(appeal(caller, editionId));
    }, 201],
    ['a moment too late', async ({ caller, editionId }) => {
      world().clock.set(new Date(lastMoment.getTime() + 1));
      return codeOf(appeal(caller, editionId));
    }, 'admissions.appeal-too-late'],
    ['twice', async ({ caller, editionId }) => {
      await appeal(caller, editionId);
      return codeOf(appeal(caller, editionId));
    }, 'admissions.already-appealed'],
    ['by somebody else', async ({ other, editionId }) => codeOf(appeal(other, editionId)), 'common.not-found'],
    ['by a visitor', async ({ editionId }) => (await appeal(world().visitor(), editionId)).status, 401],
    ['in a closed edition', async ({ caller, editionId }) => {
      await world().get(Transaction).run((tx) => tx.manager.update(Edition, { id: editionId }, { state: 'closed' }));
      return codeOf(appeal(caller, editionId));
    }, 'editions.is-closed'],
    ['in a few words only', async ({ caller, editionId }) =>
      codeOf(caller.call(appealAgainstRuling, { params: { editionId }, body: { statement: '  I do not agree.     ' } })), 'common.bad-input'],
    ['with evidence, too late', async ({ caller, editionId }) => {
      world().clock.set(new Date(lastMoment.getTime() + 1));
      return codeOf(caller.upload(addEvidence, { params: { editionId }, query: { kind: 'other' } }, pdf));
    }, 'admissions.not-editable'],
  ])('%s', async (_, tries, expected) => {
    const commission = await aCommission(world());
    const { caller, params } = await aRuledApplicant(world(), commission);
    const other = (await aPerson(world())).caller;
    expect(await tries({ caller, other, ...params })).toBe(expected);
  });

  it.each<[Application['state'], string]>([
    ['withdrawn', 'admissions.no-such-step'],
    ['under-review', 'admissions.no-such-step'],
    ['draft', 'admissions.no-such-step'],
  ])('is none while the application is %s', async (state, code) => {
    const { editionId } = await aCommission(world());
    const { caller } = await anApplicant(world(), editionId, { application: { state } });
    expect((await appeal(caller, editionId)).body.code).toBe(code);
    expect(await world().rows(Appeal)).toHaveLength((await world().rows(Application)).filter(({ round }) => round === 2).length);
  });

  it('is none against an admission', async () => {
    const commission = await aCommission(world());
    const { caller } = await aRuledApplicant(world(), commission, 'admitted');
    expect((await caller.call(readMyApplication, { params: { editionId: commission.editionId } })).body).toMatchObject({ can: { appeal: false }, application: { appealUntil: null } });
    expect((await appeal(caller, commission.editionId)).body.code).toBe('admissions.nothing-to-appeal');
  });

  it('is one, also when it is made five times at once', async () => {
    const commission = await aCommission(world());
    const { caller, application } = await aRuledApplicant(world(), commission);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => appeal(caller, commission.editionId)));
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
    expect(answers.flatMap(({ body }) => ('code' in body ? body.code : []))).toEqual(Array(4).fill('admissions.already-appealed'));
    expect(await world().rows(Appeal, { applicationId: application.id })).toHaveLength(1);
    const again = { id: application.id, applicationId: application.id, statement, at: new Date() };
    await expect(world().get(Transaction).run((tx) => tx.insert(Appeal, again))).rejects.toThrow(/UNIQUE|Duplicate/);
  });

  it('keeps what was uploaded for it from everybody until it is made, and takes it out again', async () => {
    const commission = await aCommission(world());
    const { editionId, ines, pilar } = commission;
    const { caller, params, application } = await aRuledApplicant(world(), commission);
    const upload = async () => (await caller.upload(addEvidence, { params: { editionId }, query: { kind: 'other' } }, pdf)).body.id;
    const [kept, removed] = [await upload(), await upload()];
    const open = ({ caller: by }: { caller: Caller }, evidenceId: string) => by.call(readEvidenceFile, { params: { editionId, evidenceId } });
    expect((await open({ caller }, kept)).status).toBe(200);
    expect((await open(ines, kept)).status).toBe(404);
    expect((await caller.call(removeEvidence, { params: { editionId, evidenceId: removed } })).status).toBe(204);

    await appeal(caller, editionId);

    expect(await world().rows(Evidence, { applicationId: application.id })).toMatchObject([{ id: kept, standing: 'in' }]);
    expect((await caller.call(removeEvidence, { params: { editionId, evidenceId: kept } })).body.code).toBe('admissions.not-editable');
    expect((await open(ines, kept)).status).toBe(404);
    expect((await open(pilar, kept)).status).toBe(404);
    await vote(pilar, params);
    expect((await open(pilar, kept)).status).toBe(200);
  });
});

describeOnEachDatabase('the second round', (world) => {
  beforeEach(() => world().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('is no work of those who ruled first: for them the dossier stays as it was', async () => {
    const commission = await aCommission(world());
    const { ines, chair } = commission;
    const { params } = await anAppellant(world(), commission);
    expect(await deskRow(ines, params)).toMatchObject({ step: 'ruled', isAppeal: false });
    expect(await dossierOf(ines, params)).toMatchObject({
      state: 'ruled',
      dossier: { ruling: { outcome: 'rejected' }, appeal: null, myVote: { choice: 'reject' }, votes: [{ choice: 'reject' }, { choice: 'reject' }] },
      can: { find: false, vote: false, rule: false },
    });
    expect((await vote(ines, params)).body.code).toBe('admissions.ruled-first');
    expect((await rule(chair, params, 'rejected')).body.code).toBe('admissions.not-the-chair');
  });

  it('tells those who decide that there is one, without a name, and nobody else', async () => {
    const commission = await aCommission(world());
    const { chair, deputy, ines, jean, pilar } = commission;
    const { account, application } = await aRuledApplicant(world(), commission);
    await world().get(Transaction).run((tx) => tx.manager.update(Account, { id: account.id }, { familyName: 'Unmistakable' }));
    await appeal(await world().signedIn(application.accountId), commission.editionId);
    expect(await world().runJobs()).toEqual([]);
    const sent = await world().rows(SentMail, { mail: 'admissions.second-round' });
    const told = [chair, deputy, ines, jean, pilar].filter((member) => sent.some(({ recipient }) => recipient === member.account.email));
    expect(told).toEqual([deputy, pilar]);
    expect(await world().rows(SentMail, { recipient: account.email })).toMatchObject([{ mail: 'admissions.appeal-received' }]);
    for (const mail of await Promise.all(world().mails().map((one) => PostalMime.parse(one))))
      if (mail.to?.some(({ address }) => address === pilar.account.email)) expect(mail.text).not.toContain('Unmistakable');
  });

  it('is of all for want of others, and of others again once there are enough: the coordinator adds members while it runs', async () => {
    const commission = await aCommission(world());
    const { editionId, chair, deputy, ines, pilar } = commission;
    const { params, application } = await aRuledApplicant(world(), commission);
    await world().build(Declaration, aDeclaration({ applicationId: application.id, accountId: deputy.account.id }));
    await world().build(Vote, aVote({ applicationId: application.id, accountId: deputy.account.id }, 'reject'));
    await appeal(await world().signedIn(application.accountId), editionId);

    // Pilar alone did not rule first: all decide, and Pilar chairs.
    expect(await deskRow(ines, params)).toMatchObject({ isAppeal: true, step: 'to-find' });
    await vote(ines, params, 'reject');
    await vote(pilar, params, 'admit');
    expect((await pilar.caller.call(readRulings, { params })).body.items).toMatchObject([{ cast: 2, quorum: 3, secondRound: { base: 'all', members: 5 } }]);
    expect((await pilar.caller.call(readDesk, { params })).body.can.rule).toBe(true);
    expect((await chair.caller.call(readRulings, { params })).body.items).toEqual([]);

    const rosa = await aColleague(world());
    await grant(world(), rosa, editionId);
    expect(await deskRow(ines, params)).toMatchObject({ isAppeal: false, step: 'ruled' });
    await vote(rosa, params, 'admit');
    expect((await pilar.caller.call(readRulings, { params })).body.items).toMatchObject([
      { cast: 2, quorum: 2, votes: { admit: 2, reject: 0 }, secondRound: { base: 'others', members: 2 } },
    ]);
    expect((await rule(rosa, params, 'admitted')).body.code).toBe('admissions.not-the-chair');
    expect((await rule(pilar, params, 'admitted')).status).toBe(201);
    expect(await world().rows(Ruling, { applicationId: application.id, number: 2 })).toMatchObject([{ castVotes: 2, record: { votes: [{}, {}] } }]);
    // Whoever comes into the commission afterwards changes nothing about what was ruled.
    await grant(world(), await aColleague(world()), editionId);
    expect((await pilar.caller.call(readRulings, { params })).body.items).toMatchObject([{ cast: 2, quorum: 2, votes: { admit: 2 }, secondRound: { base: 'others', members: 2 } }]);
  });

  it('goes without a chair in conflict, who finds nothing of it', async () => {
    const commission = await aCommission(world());
    const { editionId, chair, deputy, pilar, ines, jean } = commission;
    const rosa = await aColleague(world());
    await grant(world(), rosa, editionId);
    // The deputy would chair it, and is of the applicant’s house.
    const { params, caller, application } = await aRuledApplicant(world(), commission, 'rejected', { institutionId: deputy.institution.id });
    const { body: file } = await caller.upload(addEvidence, { params: { editionId }, query: { kind: 'other' } }, pdf);
    await appeal(caller, editionId);

    expect(await deskRow(deputy, params)).toBeUndefined();
    const tries = [
      await deputy.caller.call(readDossier, { params }),
      await deputy.caller.call(readEvidenceFile, { params: { editionId, evidenceId: file.id } }),
      await vote(deputy, params),
      await deputy.caller.call(previewRuling, { params, body: { reason: '' } }),
      await rule(deputy, params, 'admitted'),
    ];
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect((await deputy.caller.call(readRulings, { params })).body.items).toEqual([]);
    expect(await world().runJobs()).toEqual([]);
    const told = (await world().rows(SentMail, { mail: 'admissions.second-round' })).map(({ recipient }) => recipient);
    expect(told).not.toContain(deputy.account.email);
    for (const member of [pilar, rosa]) await vote(member, params);
    for (const member of [chair, ines, jean]) expect((await vote(member, params)).body.code).toBe('admissions.ruled-first');
    expect((await rule(pilar, params, 'admitted')).status).toBe(201);
    expect(await world().rows(Ruling, { applicationId: application.id, number: 2 })).toMatchObject([{ byId: pilar.account.id }]);
  });

  it('of somebody who waits keeps their turn, whatever it says', async () => {
    const commission = await aCommission(world());
    const { editionId, deputy, pilar } = commission;
    await world().get(Transaction).run((tx) => tx.manager.update(CountryQuota, { editionId }, { institutions: 0 }));
    const { params, application, account, whose } = await aRuledApplicant(world(), commission, 'waiting-list');
    const entry = aTurn(whose);
    await world().build(WaitingListEntry, entry);
    await appeal(await world().signedIn(account.id), editionId);
    for (const member of [deputy, pilar]) await vote(member, params, 'reject');
    const { body } = await deputy.caller.call(previewRuling, { params, body: { reason: 'No.' } });
    expect(body).toMatchObject({ outcome: 'waiting-list', keepsFirst: true, votes: { reject: 2 } });
    expect(body.letter.paragraphs.join(' ')).toContain('keep your position');
    expect((await rule(deputy, params, 'waiting-list')).status).toBe(201);
    expect(await world().rows(WaitingListEntry, { applicationId: application.id })).toEqual([entry]);
    expect(await world().rows(Ruling, { applicationId: application.id, number: 2 })).toMatchObject([
      { outcome: 'waiting-list', decision: 'admitted', record: { counts: { reject: 2 }, appeal: { keepsFirst: true } } },
    ]);
  });

  it.each(['open', 'accepted', 'declined', 'expired', 'withdrawn'] as const)('of somebody whose turn came meanwhile says so: the offer is %s', async (state) => {
    const commission = await aCommission(world());
    const { editionId, deputy, pilar } = commission;
    await world().get(Transaction).run((tx) => tx.manager.update(CountryQuota, { editionId }, { institutions: 0 }));
    const { params, application, account, whose } = await aRuledApplicant(world(), commission, 'waiting-list');
    await world().build(WaitingListEntry, { ...aTurn(whose), offeredAt: new Date() });
    await appeal(await world().signedIn(account.id), editionId);
    await world().build(Offer, anOffer(whose, { state, origin: 'waiting-list' }));
    for (const member of [deputy, pilar]) await vote(member, params, 'admit');
    expect((await deputy.caller.call(previewRuling, { params, body: { reason: 'Yes.' } })).body).toMatchObject({ outcome: 'admitted' });
    expect((await rule(deputy, params, 'admitted')).status).toBe(201);
    expect(await world().rows(Offer, { applicationId: application.id })).toHaveLength(1);
  });

  it('holds places as the first does: ten at once for the three that are left', async () => {
    const commission = await aCommission(world());
    const { editionId, deputy, pilar } = commission;
    await world().get(Transaction).run((tx) => tx.manager.update(CountryQuota, { editionId }, { institutions: 3 }));
    const appellants: Awaited<ReturnType<typeof anAppellant>>[] = [];
    for (let at = 0; at < 10; at += 1) appellants.push(await anAppellant(world(), commission));
    for (const { params } of appellants) for (const member of [deputy, pilar]) await vote(member, params);
    await Promise.all(
      appellants.map(async ({ params }) => {
        const { body } = await rule(deputy, params, 'admitted');
        if (!('code' in body)) return;
        expect(body.code).toBe('admissions.outcome-changed');
        expect((await rule(deputy, params, 'waiting-list')).status).toBe(201);
      }),
    );
    expect(await world().rows(Offer, { editionId })).toHaveLength(3);
    expect(await world().rows(WaitingListEntry, { editionId })).toHaveLength(7);
    const second = (await world().rows(Ruling, { number: 2 })).filter(({ applicationId }) => appellants.some(({ application }) => application.id === applicationId));
    expect(second.map(({ outcome }) => outcome).sort()).toEqual([...Array(3).fill('admitted'), ...Array(7).fill('waiting-list')]);
  });

  it('opens 20 appeals with as many statements as 3', async () => {
    const statements = async (appeals: number) => {
      const commission = await aCommission(world());
      const { editionId, deputy } = commission;
      const appellants = [];
      for (let at = 0; at < appeals; at += 1) appellants.push(await anAppellant(world(), commission));
      const params = appellants[0]?.params as { editionId: string; applicationId: string };
      await vote(deputy, params);
      const desk = await deputy.caller.call(readDesk, { params: { editionId } });
      expect(desk.body.items.filter(({ isAppeal }) => isAppeal)).toHaveLength(appeals);
      const rulings = await deputy.caller.call(readRulings, { params: { editionId } });
      const dossier = await deputy.caller.call(readDossier, { params });
      return [desk.statements, rulings.statements, dossier.statements];
    };
    const few = await statements(3);
    expect(await statements(20)).toEqual(few);
  });
});
