import { addEvidence, previewRuling, readDesk, readDossier, readEvidenceFile, readRulings } from '@libretto/contracts';
import PostalMime from 'postal-mime';
import { Transaction } from '../platform/database/transaction';
import { SentMail } from '../platform/mail/sent-mail.entity';
import { aColleague } from './fixtures';
import { describeOnEachDatabase } from './test-app';
import { Account } from '../features/accounts/account/account.entity';
import { CountryQuota } from '../features/places/country-quota.entity';
import { Offer } from '../features/places/offer.entity';
import { anOffer } from '../features/places/places.builder';
import { WaitingListEntry } from '../features/places/waiting-list-entry.entity';
import { aDeclaration, aVote } from '../features/admissions/dossier/application.builder';
import { Declaration } from '../features/admissions/dossier/declaration.entity';
import { Vote } from '../features/admissions/dossier/vote.entity';
import { Ruling } from '../features/admissions/dossier/ruling.entity';
import {
  pdf,
  aCommission,
  aRuledApplicant,
  anAppellant,
  aTurn,
  appeal,
  vote,
  rule,
  dossierOf,
  deskRow,
  grant,
} from './appeal-story';

describeOnEachDatabase('the second round', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('is no work of those who ruled first: for them the dossier stays as it was', async () => {
    const commission = await aCommission(app());
    const { ines, chair } = commission;
    const { params } = await anAppellant(app(), commission);
    expect(await deskRow(ines, params)).toMatchObject({ step: 'ruled', isAppeal: false });
    expect(await dossierOf(ines, params)).toMatchObject({
      state: 'ruled',
      dossier: {
        ruling: { outcome: 'rejected' },
        appeal: null,
        myVote: { choice: 'reject' },
        votes: [{ choice: 'reject' }, { choice: 'reject' }],
      },
      can: { find: false, vote: false, rule: false },
    });
    expect((await vote(ines, params)).body.code).toBe('admissions.ruled-first');
    expect((await rule(chair, params, 'rejected')).body.code).toBe('admissions.not-the-chair');
  });

  it('tells those who decide that there is one, without a name, and nobody else', async () => {
    const commission = await aCommission(app());
    const { chair, deputy, ines, jean, pilar } = commission;
    const { account, application } = await aRuledApplicant(app(), commission);
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Account, { id: account.id }, { familyName: 'Unmistakable' }));
    await appeal(await app().signedIn(application.accountId), commission.editionId);
    expect(await app().runJobs()).toEqual([]);
    const sent = await app().rows(SentMail, { mail: 'admissions.second-round' });
    const told = [chair, deputy, ines, jean, pilar].filter((member) =>
      sent.some(({ recipient }) => recipient === member.account.email),
    );
    expect(told).toEqual([deputy, pilar]);
    expect(await app().rows(SentMail, { recipient: account.email })).toMatchObject([
      { mail: 'admissions.appeal-received' },
    ]);
    for (const mail of await Promise.all(
      app()
        .mails()
        .map((one) => PostalMime.parse(one)),
    ))
      if (mail.to?.some(({ address }) => address === pilar.account.email))
        expect(mail.text).not.toContain('Unmistakable');
  });

  it('is of all for want of others, and of others again once there are enough: the coordinator adds members while it runs', async () => {
    const commission = await aCommission(app());
    const { editionId, chair, deputy, ines, pilar } = commission;
    const { params, application } = await aRuledApplicant(app(), commission);
    await app().build(Declaration, aDeclaration({ applicationId: application.id, accountId: deputy.account.id }));
    await app().build(Vote, aVote({ applicationId: application.id, accountId: deputy.account.id }, 'reject'));
    await appeal(await app().signedIn(application.accountId), editionId);

    // Pilar alone did not rule first: all decide, and Pilar chairs.
    expect(await deskRow(ines, params)).toMatchObject({ isAppeal: true, step: 'to-find' });
    await vote(ines, params, 'reject');
    await vote(pilar, params, 'admit');
    expect((await pilar.caller.call(readRulings, { params })).body.items).toMatchObject([
      { cast: 2, quorum: 3, secondRound: { base: 'all', members: 5 } },
    ]);
    expect((await pilar.caller.call(readDesk, { params })).body.can.rule).toBe(true);
    expect((await chair.caller.call(readRulings, { params })).body.items).toEqual([]);

    const rosa = await aColleague(app());
    await grant(app(), rosa, editionId);
    expect(await deskRow(ines, params)).toMatchObject({ isAppeal: false, step: 'ruled' });
    await vote(rosa, params, 'admit');
    expect((await pilar.caller.call(readRulings, { params })).body.items).toMatchObject([
      { cast: 2, quorum: 2, votes: { admit: 2, reject: 0 }, secondRound: { base: 'others', members: 2 } },
    ]);
    expect((await rule(rosa, params, 'admitted')).body.code).toBe('admissions.not-the-chair');
    expect((await rule(pilar, params, 'admitted')).status).toBe(201);
    expect(await app().rows(Ruling, { applicationId: application.id, number: 2 })).toMatchObject([
      { castVotes: 2, record: { votes: [{}, {}] } },
    ]);
    // A member who joins the commission afterwards changes nothing about the ruling.
    await grant(app(), await aColleague(app()), editionId);
    expect((await pilar.caller.call(readRulings, { params })).body.items).toMatchObject([
      { cast: 2, quorum: 2, votes: { admit: 2 }, secondRound: { base: 'others', members: 2 } },
    ]);
  });

  it('goes without a chair in conflict, who finds nothing of it', async () => {
    const commission = await aCommission(app());
    const { editionId, chair, deputy, pilar, ines, jean } = commission;
    const rosa = await aColleague(app());
    await grant(app(), rosa, editionId);
    // The deputy would chair it, but is of the applicant's institution.
    const { params, caller, application } = await aRuledApplicant(app(), commission, 'rejected', {
      institutionId: deputy.institution.id,
    });
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
    expect(await app().runJobs()).toEqual([]);
    const told = (await app().rows(SentMail, { mail: 'admissions.second-round' })).map(({ recipient }) => recipient);
    expect(told).not.toContain(deputy.account.email);
    for (const member of [pilar, rosa]) await vote(member, params);
    for (const member of [chair, ines, jean])
      expect((await vote(member, params)).body.code).toBe('admissions.ruled-first');
    expect((await rule(pilar, params, 'admitted')).status).toBe(201);
    expect(await app().rows(Ruling, { applicationId: application.id, number: 2 })).toMatchObject([
      { byId: pilar.account.id },
    ]);
  });

  it('of somebody who waits keeps their turn, whatever it says', async () => {
    const commission = await aCommission(app());
    const { editionId, deputy, pilar } = commission;
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(CountryQuota, { editionId }, { institutions: 0 }));
    const { params, application, account, whose } = await aRuledApplicant(app(), commission, 'waiting-list');
    const entry = aTurn(whose);
    await app().build(WaitingListEntry, entry);
    await appeal(await app().signedIn(account.id), editionId);
    for (const member of [deputy, pilar]) await vote(member, params, 'reject');
    const { body } = await deputy.caller.call(previewRuling, { params, body: { reason: 'No.' } });
    expect(body).toMatchObject({ outcome: 'waiting-list', keepsFirst: true, votes: { reject: 2 } });
    expect(body.letter.paragraphs.join(' ')).toContain('keep your position');
    expect((await rule(deputy, params, 'waiting-list')).status).toBe(201);
    expect(await app().rows(WaitingListEntry, { applicationId: application.id })).toEqual([entry]);
    expect(await app().rows(Ruling, { applicationId: application.id, number: 2 })).toMatchObject([
      {
        outcome: 'waiting-list',
        decision: 'admitted',
        record: { counts: { reject: 2 }, appeal: { keepsFirst: true } },
      },
    ]);
  });

  it.each(['open', 'accepted', 'declined', 'expired', 'withdrawn'] as const)(
    'of somebody whose turn came meanwhile says so: the offer is %s',
    async (state) => {
      const commission = await aCommission(app());
      const { editionId, deputy, pilar } = commission;
      await app()
        .get(Transaction)
        .run((tx) => tx.manager.update(CountryQuota, { editionId }, { institutions: 0 }));
      const { params, application, account, whose } = await aRuledApplicant(app(), commission, 'waiting-list');
      await app().build(WaitingListEntry, { ...aTurn(whose), offeredAt: new Date() });
      await appeal(await app().signedIn(account.id), editionId);
      await app().build(Offer, anOffer(whose, { state, origin: 'waiting-list' }));
      for (const member of [deputy, pilar]) await vote(member, params, 'admit');
      expect((await deputy.caller.call(previewRuling, { params, body: { reason: 'Yes.' } })).body).toMatchObject({
        outcome: 'admitted',
      });
      expect((await rule(deputy, params, 'admitted')).status).toBe(201);
      expect(await app().rows(Offer, { applicationId: application.id })).toHaveLength(1);
    },
  );

  it('holds places as the first does: ten at once for the three that are left', async () => {
    const commission = await aCommission(app());
    const { editionId, deputy, pilar } = commission;
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(CountryQuota, { editionId }, { institutions: 3 }));
    const appellants: Awaited<ReturnType<typeof anAppellant>>[] = [];
    for (let at = 0; at < 10; at += 1) appellants.push(await anAppellant(app(), commission));
    for (const { params } of appellants) for (const member of [deputy, pilar]) await vote(member, params);
    await Promise.all(
      appellants.map(async ({ params }) => {
        const { body } = await rule(deputy, params, 'admitted');
        if (!('code' in body)) return;
        expect(body.code).toBe('admissions.outcome-changed');
        expect((await rule(deputy, params, 'waiting-list')).status).toBe(201);
      }),
    );
    expect(await app().rows(Offer, { editionId })).toHaveLength(3);
    expect(await app().rows(WaitingListEntry, { editionId })).toHaveLength(7);
    const second = (await app().rows(Ruling, { number: 2 })).filter(({ applicationId }) =>
      appellants.some(({ application }) => application.id === applicationId),
    );
    expect(second.map(({ outcome }) => outcome).sort()).toEqual([
      ...Array(3).fill('admitted'),
      ...Array(7).fill('waiting-list'),
    ]);
  });

  it('opens 20 appeals with as many statements as 3', async () => {
    const statements = async (appeals: number) => {
      const commission = await aCommission(app());
      const { editionId, deputy } = commission;
      const appellants = [];
      for (let at = 0; at < appeals; at += 1) appellants.push(await anAppellant(app(), commission));
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
