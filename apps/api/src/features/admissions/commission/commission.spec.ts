import {
  changeMe,
  declareConflicts,
  previewRuling,
  readDesk,
  readDossier,
  readEvidenceFile,
  readMyApplication,
  readRulings,
  recordFinding,
  ruleOnApplication,
  voteOnApplication,
} from '@libretto/contracts';
import { type Finding as Found, refuse, type VoteChoice } from '@libretto/domain';
import PostalMime from 'postal-mime';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { Refused } from '../../../platform/refusals/refused';
import { SentMail } from '../../../platform/mail/sent-mail.entity';
import { aColleague, anApplicant, anEditionOf, aPerson } from '../../../testing/fixtures';
import { type Caller, describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { RoleRegister } from '../../accounts';
import { PlaceAllocation } from '../../places';
import { aQuota } from '../../places/places.builder';
import { Application } from '../dossier/application.entity';
import { Evidence } from '../dossier/evidence.entity';
import { Finding } from '../dossier/finding.entity';
import { Ruling } from '../dossier/ruling.entity';
import { Vote } from '../dossier/vote.entity';

const everything = { degree: 'met', english: 'met' } as const;
const exceptional = {
  degree: 'not-met',
  english: 'met',
  'exception:conditions': 'met',
  'exception:background': 'met',
} as const;

/** An edition whose commission has a chair, a deputy and two members, each of another institution. */
async function aCommission(app: TestApp) {
  const { id: editionId } = await anEditionOf(app);
  const seat = (role: 'chair' | 'deputy' | 'member') => aColleague(app, { editions: [{ editionId, role }] });
  return {
    editionId,
    chair: await seat('chair'),
    deputy: await seat('deputy'),
    ines: await seat('member'),
    jean: await seat('member'),
  };
}

const declare = (caller: Caller, editionId: string, applicationId: string, reason?: string) =>
  caller.call(declareConflicts, {
    params: { editionId },
    body: { applicationIds: [applicationId], conflict: reason ? { reason } : null },
  });

async function find(
  caller: Caller,
  params: { editionId: string; applicationId: string },
  found: Record<string, Found>,
) {
  for (const [criterionId, finding] of Object.entries(found))
    await caller.call(recordFinding, {
      params: { ...params, criterionId },
      body: { from: {}, to: { finding, note: '' } },
    });
}

/** A member declares no conflict, records findings and votes. */
async function decide(
  caller: Caller,
  params: { editionId: string; applicationId: string },
  choice: VoteChoice,
  found: Record<string, Found> = everything,
) {
  await declare(caller, params.editionId, params.applicationId);
  await find(caller, params, found);
  return caller.call(voteOnApplication, { params, body: { choice, reason: 'As found.' } });
}

describeOnEachDatabase('the commission', (app) => {
  it('declares, finds, votes and rules, and the letter goes out as it was previewed', async () => {
    const { editionId, chair, ines, jean } = await aCommission(app());
    const { application, account, caller } = await anApplicant(app(), editionId, { account: { language: 'it' } });
    const params = { editionId, applicationId: application.id };
    expect((await ines.caller.call(readDossier, { params })).body).toMatchObject({
      step: 'to-declare',
      dossier: null,
      can: { declare: true },
    });
    expect(
      (
        await ines.caller.call(recordFinding, {
          params: { ...params, criterionId: 'degree' },
          body: { from: {}, to: { finding: 'met', note: '' } },
        })
      ).body.code,
    ).toBe('admissions.declare-first');

    expect((await decide(ines.caller, params, 'admit')).status).toBe(201);
    expect(await app().rows(Application, { id: application.id })).toMatchObject([{ state: 'under-review' }]);
    await decide(jean.caller, params, 'reject');
    const preview = (reason = '') => chair.caller.call(previewRuling, { params, body: { reason } });
    expect((await preview()).body).toMatchObject({
      code: 'admissions.quorum-missing',
      numbers: { needed: 3, voted: 2 },
    });
    await decide(chair.caller, params, 'reject', { degree: 'met', english: 'not-met' });
    const reason = 'I titoli <b>non</b> bastano.';
    const { body } = await preview(reason);
    expect(body).toMatchObject({ outcome: 'rejected', votes: { admit: 1, reject: 2 }, letter: { language: 'it' } });

    expect((await chair.caller.call(ruleOnApplication, { params, body: { reason, outcome: 'rejected' } })).status).toBe(
      201,
    );

    expect(await app().rows(Ruling, { applicationId: application.id })).toMatchObject([
      {
        outcome: 'rejected',
        decision: 'rejected',
        quorum: 3,
        castVotes: 3,
        byId: chair.account.id,
        reason,
        record: { counts: { reject: 2 } },
      },
    ]);
    expect((await caller.call(readMyApplication, { params })).body.application).toMatchObject({
      state: 'ruled',
      ruling: { outcome: 'rejected', reason },
    });
    expect(await app().runJobs()).toEqual([]);
    expect(await app().rows(SentMail, { recipient: account.email })).toMatchObject([
      { mail: 'admissions.ruling', subject: body.letter.subject },
    ]);
    const mails = await Promise.all(
      app()
        .mails()
        .map((mail) => PostalMime.parse(mail)),
    );
    const letter = mails.find(({ to }) => to?.some(({ address }) => address === account.email));
    expect(letter?.html).toContain('&#60;b&#62;non&#60;/b&#62;');
    for (const paragraph of body.letter.paragraphs) expect(letter?.text).toContain(paragraph);
    expect(
      (await chair.caller.call(ruleOnApplication, { params, body: { reason, outcome: 'rejected' } })).body.code,
    ).toBe('admissions.not-before-commission');
  });

  it('keeps votes and findings from each other until one has voted', async () => {
    const { editionId, ines, jean, chair } = await aCommission(app());
    const { application } = await anApplicant(app(), editionId);
    const params = { editionId, applicationId: application.id };
    await decide(ines.caller, params, 'admit');
    await declare(jean.caller, editionId, application.id);
    await declare(chair.caller, editionId, application.id);
    const dossierOf = async (caller: Caller) => (await caller.call(readDossier, { params })).body.dossier;
    expect(await dossierOf(jean.caller)).toMatchObject({
      votes: [],
      questions: [{ mine: null, others: [] }, { others: [] }, {}, {}],
    });
    expect((await chair.caller.call(readRulings, { params })).body.items).toMatchObject([
      { cast: 1, votes: null, decision: null, can: { rule: false } },
    ]);

    await decide(jean.caller, params, 'reject');

    expect(await dossierOf(jean.caller)).toMatchObject({
      myVote: { choice: 'reject' },
      votes: [{ choice: 'admit', reason: 'As found.' }],
      questions: [{ mine: { finding: 'met' }, others: [{ finding: 'met' }] }, {}, {}, {}],
    });
    expect((await dossierOf(ines.caller))?.votes).toMatchObject([{ choice: 'reject' }]);
  });

  it('keeps every vote, and counts the last of each', async () => {
    const { editionId, ines } = await aCommission(app());
    const { application } = await anApplicant(app(), editionId);
    const params = { editionId, applicationId: application.id };
    await decide(ines.caller, params, 'reject');
    await ines.caller.call(voteOnApplication, {
      params,
      body: { choice: 'admit', reason: 'The discussion has convinced me.' },
    });
    expect(await app().rows(Vote, { applicationId: application.id })).toHaveLength(2);
    expect((await ines.caller.call(readDossier, { params })).body.dossier?.myVote?.choice).toBe('admit');
  });

  it.each<[string, VoteChoice, Record<string, Found>, string]>([
    ['before every criterion is found', 'admit', { degree: 'met' }, 'admissions.findings-missing'],
    [
      'to admit over a required criterion',
      'admit',
      { degree: 'not-evidenced', english: 'met' },
      'admissions.required-criterion-missed',
    ],
    [
      'for an exception that is half shown',
      'admit-by-exception',
      { ...exceptional, 'exception:background': 'not-met' },
      'admissions.exception-not-shown',
    ],
  ])('refuses a vote %s', async (_, choice, found, code) => {
    const { editionId, ines } = await aCommission(app());
    const { application } = await anApplicant(app(), editionId);
    const params = { editionId, applicationId: application.id };
    expect((await decide(ines.caller, params, choice, found)).body.code).toBe(code);
    expect(await app().rows(Vote, { applicationId: application.id })).toEqual([]);
  });

  it('admits by exception with both findings, on the waiting list where there is no place', async () => {
    const { editionId, chair, ines, jean } = await aCommission(app());
    await app().build('CountryQuota', aQuota(editionId, { country: 'HR', institutions: 0 }));
    const { application } = await anApplicant(app(), editionId);
    const params = { editionId, applicationId: application.id };
    for (const { caller } of [chair, ines, jean]) await decide(caller, params, 'admit-by-exception', exceptional);
    const rule = (outcome: 'admitted-by-exception' | 'waiting-list') =>
      chair.caller.call(ruleOnApplication, { params, body: { reason: 'Fled the war.', outcome } });
    expect((await chair.caller.call(readRulings, { params })).body.items).toMatchObject([
      { decision: 'waiting-list', can: { rule: true } },
    ]);
    expect((await rule('admitted-by-exception')).body.code).toBe('admissions.outcome-changed');
    expect(await app().rows(Ruling, { applicationId: application.id })).toEqual([]);
    expect((await rule('waiting-list')).status).toBe(201);
    expect(await app().rows(Ruling, { applicationId: application.id })).toMatchObject([
      { outcome: 'waiting-list', decision: 'admitted-by-exception', placeUntil: null },
    ]);
  });

  it('lets a tie go with the chair and says so', async () => {
    const { editionId, chair, deputy, ines, jean } = await aCommission(app());
    const { application } = await anApplicant(app(), editionId);
    const params = { editionId, applicationId: application.id };
    for (const { caller } of [chair, ines]) await decide(caller, params, 'reject');
    for (const { caller } of [deputy, jean]) await decide(caller, params, 'admit');
    await chair.caller.call(ruleOnApplication, {
      params,
      body: { reason: 'Too little experience.', outcome: 'rejected' },
    });
    expect(await app().rows(Ruling, { applicationId: application.id })).toMatchObject([
      { outcome: 'rejected', decidedByChair: true },
    ]);
  });

  it('rules by its chair only, who has voted before', async () => {
    const { editionId, chair, deputy, ines, jean } = await aCommission(app());
    const { application } = await anApplicant(app(), editionId);
    const params = { editionId, applicationId: application.id };
    for (const { caller } of [deputy, ines, jean]) await decide(caller, params, 'reject');
    const rule = (caller: Caller) =>
      caller.call(ruleOnApplication, { params, body: { reason: 'So decided.', outcome: 'rejected' } });
    for (const { caller } of [ines, deputy]) expect((await rule(caller)).body.code).toBe('admissions.not-the-chair');
    expect((await ines.caller.call(previewRuling, { params, body: { reason: '' } })).body.code).toBe(
      'admissions.not-the-chair',
    );
    expect((await rule(chair.caller)).body.code).toBe('admissions.chair-votes-first');
    expect((await chair.caller.call(previewRuling, { params, body: { reason: '' } })).body.code).toBe(
      'admissions.chair-votes-first',
    );
    expect((await deputy.caller.call(readRulings, { params })).body.items).toEqual([]);
  });

  it('makes no ruling where holding the place fails', async () => {
    const { editionId, chair, ines, jean } = await aCommission(app());
    const { application } = await anApplicant(app(), editionId);
    const params = { editionId, applicationId: application.id };
    for (const { caller } of [chair, ines, jean]) await decide(caller, params, 'admit');
    const hold = jest
      .spyOn(app().get(PlaceAllocation), 'hold')
      .mockRejectedValueOnce(new Refused(refuse('common.unexpected', { requestId: '1' })));
    await chair.caller.call(ruleOnApplication, { params, body: { reason: 'All met.', outcome: 'admitted' } });
    expect(hold).toHaveBeenCalledTimes(1);
    expect(await app().rows(Ruling, { applicationId: application.id })).toEqual([]);
    expect(await app().rows(Application, { id: application.id })).toMatchObject([{ state: 'under-review' }]);
  });
});

describeOnEachDatabase('a member in conflict', (app) => {
  /** A dossier with a file that Inês may not know of, and requests that she might try. */
  async function aClosedDossier(how: 'declared' | 'institution' | 'domain') {
    const { editionId, ines, ...others } = await aCommission(app());
    const { application } = await anApplicant(app(), editionId, {
      account: how === 'domain' ? { email: `${newId()}@${ines.account.email.split('@')[1]}` } : {},
      application: how === 'institution' ? { institutionId: ines.institution.id } : {},
    });
    const [file] = await app().build(StoredFile, {
      id: newId(),
      name: 'd.pdf',
      type: 'application/pdf',
      view: null,
      bytes: 1,
      purpose: 'evidence',
      sha256: '0'.repeat(64),
      createdAt: new Date(),
    });
    const evidence = {
      id: newId(),
      applicationId: application.id,
      fileId: file?.id as string,
      kind: 'degree' as const,
      fieldId: null,
      standing: 'in' as const,
      ofAppeal: false,
      addedAt: new Date(),
    };
    await app().build(Evidence, evidence);
    if (how === 'declared') await declare(ines.caller, editionId, application.id, 'We wrote a book together.');
    return { editionId, ines, ...others, params: { editionId, applicationId: application.id }, evidence };
  }

  it.each(['declared', 'institution', 'domain'] as const)('finds nothing of the dossier: %s', async (how) => {
    const { editionId, ines, params, evidence } = await aClosedDossier(how);
    await anApplicant(app(), editionId);
    const desk = (await ines.caller.call(readDesk, { params })).body;
    expect(desk).toMatchObject({ recused: how === 'declared' ? 1 : 0, toDeclare: 1 });
    expect(desk.items.map(({ applicationId }) => applicationId)).not.toContain(params.applicationId);
    const visible = desk.items[0]?.applicationId as string;
    expect((await ines.caller.call(readDossier, { params: { editionId, applicationId: visible } })).body).toMatchObject(
      { previous: null, next: null },
    );
    const tries = await Promise.all([
      ines.caller.call(readDossier, { params }),
      ines.caller.call(readEvidenceFile, { params: { editionId, evidenceId: evidence.id } }),
      ines.caller.call(recordFinding, {
        params: { ...params, criterionId: 'degree' },
        body: { from: {}, to: { finding: 'met', note: '' } },
      }),
      ines.caller.call(voteOnApplication, { params, body: { choice: 'admit', reason: 'A friend.' } }),
      declare(ines.caller, editionId, params.applicationId),
    ]);
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(await app().rows(Finding, { applicationId: params.applicationId })).toEqual([]);
  });

  it('lowers the base of the quorum, and is named with the grounds in the record', async () => {
    const { params, ines, chair, deputy, jean } = await aClosedDossier('institution');
    for (const { caller } of [chair, deputy, jean].slice(0, 2)) await decide(caller, params, 'reject');
    const { status } = await chair.caller.call(ruleOnApplication, {
      params,
      body: { reason: 'So decided.', outcome: 'rejected' },
    });
    expect(status).toBe(201);
    expect(await app().rows(Ruling, { applicationId: params.applicationId })).toMatchObject([
      {
        quorum: 2,
        record: { membersWithoutConflict: 3, recused: [{ accountId: ines.account.id, grounds: ['same-institution'] }] },
      },
    ]);
  });

  it('can be so after having voted: the vote then counts for nothing', async () => {
    const { editionId, chair, ines } = await aCommission(app());
    const { application } = await anApplicant(app(), editionId);
    const params = { editionId, applicationId: application.id };
    await decide(ines.caller, params, 'admit');
    expect((await declare(ines.caller, editionId, application.id)).body.code).toBe('admissions.already-declared');
    expect((await declare(ines.caller, editionId, application.id, 'The applicant is my new colleague.')).status).toBe(
      204,
    );
    expect((await ines.caller.call(readDossier, { params })).status).toBe(404);
    await decide(chair.caller, params, 'reject');
    expect((await chair.caller.call(readDossier, { params })).body.dossier).toMatchObject({
      votes: [],
      myVote: { choice: 'reject' },
    });
    expect((await chair.caller.call(readRulings, { params })).body.items).toMatchObject([{ cast: 1, quorum: 2 }]);
  });

  it('is with the own application, wherever a member says to work since', async () => {
    const { editionId } = await aCommission(app());
    const { application, account, caller, whose } = await anApplicant(app(), editionId, {
      account: { email: `${newId()}@gmail.com` },
    });
    await app()
      .get(Transaction)
      .run((tx) => app().get(RoleRegister).grant(tx, { accountId: account.id, editionId, role: 'member' }));
    const { institution: elsewhere } = await aColleague(app());
    expect((await caller.call(changeMe, { body: { institutionId: elsewhere.id } })).status).toBe(204);
    expect((await declare(caller, editionId, application.id)).status).toBe(404);
    expect((await caller.call(readDossier, { params: whose })).status).toBe(404);
  });

  it('is replaced by the deputy as the chair', async () => {
    const { editionId, chair, deputy, ines, jean } = await aCommission(app());
    const { application } = await anApplicant(app(), editionId, {
      application: { institutionId: chair.institution.id },
    });
    const params = { editionId, applicationId: application.id };
    for (const { caller } of [deputy, ines, jean]) await decide(caller, params, 'reject');
    const rule = (caller: Caller) =>
      caller.call(ruleOnApplication, { params, body: { reason: 'So decided.', outcome: 'rejected' } });
    expect((await chair.caller.call(readRulings, { params })).body.items).toEqual([]);
    expect((await chair.caller.call(previewRuling, { params, body: { reason: '' } })).status).toBe(404);
    expect((await rule(chair.caller)).status).toBe(404);
    expect((await rule(deputy.caller)).status).toBe(201);
  });
});

describeOnEachDatabase('the desk', (app) => {
  it('opens 50 dossiers with as many statements as 5', async () => {
    const statements = async (dossiers: number) => {
      const { editionId, chair } = await aCommission(app());
      for (let at = 0; at < dossiers; at += 1) await anApplicant(app(), editionId);
      const desk = await chair.caller.call(readDesk, { params: { editionId } });
      const rulings = await chair.caller.call(readRulings, { params: { editionId } });
      const applicationId = desk.body.items[0]?.applicationId as string;
      const dossier = await chair.caller.call(readDossier, { params: { editionId, applicationId } });
      expect(desk.body.items).toHaveLength(dossiers);
      return [desk.statements, rulings.statements, dossier.statements];
    };
    const few = await statements(5);
    expect(await statements(50)).toEqual(few);
    expect(Math.max(...few)).toBeLessThan(30);
  });

  it('is nobody’s but the commission’s', async () => {
    const { editionId, ines } = await aCommission(app());
    const { caller } = await anApplicant(app(), editionId);
    const tutor = await aPerson(app(), { editions: [{ editionId, role: 'tutor' }] });
    for (const one of [caller, tutor.caller])
      for (const route of [readDesk, readRulings])
        expect((await one.call(route, { params: { editionId } })).status).toBe(403);
    // On appeal a member may come to chair: until then there is nothing to rule on.
    expect((await ines.caller.call(readRulings, { params: { editionId } })).body.items).toEqual([]);
    const { id: elsewhere } = await anEditionOf(app());
    expect((await ines.caller.call(readDesk, { params: { editionId: elsewhere } })).status).toBe(403);
  });
});
