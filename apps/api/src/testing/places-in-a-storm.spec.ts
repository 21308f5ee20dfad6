import { type Actor, hasPlaceFor, inOrderOfTheList, isRefusal, type Refusal, sourcesOf } from '@libretto/domain';
import { newId } from '../platform/database/new-id';
import { Refused } from '../platform/refusals/refused';
import { OutboxRow } from '../platform/database/outbox-row.entity';
import { anEditionOf } from './fixtures';
import { describeOnEachDatabase, type TestApp } from './test-app';
import { anAccount } from '../features/accounts/account/account.builder';
import { Account } from '../features/accounts/account/account.entity';
import { anInstitution } from '../features/accounts/institutions/institution.builder';
import { Institution } from '../features/accounts/institutions/institution.entity';
import { EditionRole } from '../features/accounts/roles/roles.entity';
import { AcceptOffer } from '../features/places/accept-offer';
import { CountryQuota } from '../features/places/country-quota.entity';
import { DeclineOffer } from '../features/places/decline-offer';
import { Enrolment } from '../features/places/enrolment.entity';
import { ExpireUnansweredOffer } from '../features/places/expire-unanswered-offer';
import { Offer } from '../features/places/offer.entity';
import { OpenPlaces } from '../features/places/open-places';
import { OpenedPlaces } from '../features/places/opened-places.entity';
import { placesOf } from '../features/places/places-of';
import { anOffer, aQuota } from '../features/places/places.builder';
import { SetQuotas } from '../features/places/set-quotas';
import { WaitingListEntry } from '../features/places/waiting-list-entry.entity';
import { WithdrawOffer } from '../features/places/withdraw-offer';
import { aDeclaration, aFinding, anApplication, aVote } from '../features/admissions/dossier/application.builder';
import { Application } from '../features/admissions/dossier/application.entity';
import { Declaration } from '../features/admissions/dossier/declaration.entity';
import { Finding } from '../features/admissions/dossier/finding.entity';
import { RuleOnApplication } from '../features/admissions/ruling/rule-on-application';
import { Ruling } from '../features/admissions/dossier/ruling.entity';
import { Vote } from '../features/admissions/dossier/vote.entity';

const countries = ['FR', 'HR', 'IT', 'PT'];
const perCountry = 30;
const rulings = 120;
const accepts = 50;
const declines = 25;
const expiries = 25;
const withdrawals = 20;
const held = accepts + declines + expiries + withdrawals;
/** Nobody applies from Spain: so many of its places are opened, one after the other. */
const openings = 10;
const grownBy = 2;

/** Every place but Spain's is held when it begins; places that become free go to people who are ruled on meanwhile. */
async function aFullEdition(app: TestApp) {
  const now = app.clock.now();
  const edition = await anEditionOf(app, {}, { capacity: (countries.length + 1) * (perCountry + grownBy) });
  const { id: editionId } = edition;
  await app.build(
    CountryQuota,
    ...[...countries, 'ES'].map((country) => aQuota(editionId, { country, institutions: perCountry })),
  );
  const commission = (['chair', 'deputy', 'member'] as const).map((role) => ({ role, account: anAccount() }));
  const coordinator = anAccount();
  await app.build(Account, coordinator, ...commission.map(({ account }) => account));
  await app.build(
    EditionRole,
    ...commission.map(({ role, account }) => ({ id: newId(), editionId, accountId: account.id, role })),
  );

  const applicants = Array.from({ length: held + rulings }, (_, at) => {
    const country = countries[at % countries.length] as string;
    const institution = anInstitution({ country });
    const account = anAccount({ institutionId: institution.id });
    const whose = { editionId, accountId: account.id, institutionId: institution.id };
    const isHeld = at < held;
    return {
      country,
      institution,
      account,
      application: anApplication(whose, { country, state: isHeld ? 'ruled' : 'under-review' }),
    };
  });
  await app.build(Institution, ...applicants.map(({ institution }) => institution));
  await app.build(Account, ...applicants.map(({ account }) => account));
  await app.build(Application, ...applicants.map(({ application }) => application));
  const offers = applicants.slice(0, held).map(({ application, country }, at) => {
    const { id: applicationId, accountId, institutionId } = application;
    const offeredAt = new Date(now.getTime() - (at < held - expiries ? 1 : 8) * 86_400_000);
    return anOffer(
      { editionId, applicationId, accountId, institutionId: institutionId as string },
      { country, offeredAt },
    );
  });
  await app.build(Offer, ...offers);
  const toRule = applicants.slice(held).map(({ application }) => application);
  const by = toRule.flatMap(({ id }) =>
    commission.map(({ account }) => ({ applicationId: id, accountId: account.id })),
  );
  await app.build(Declaration, ...by.map((one) => aDeclaration(one)));
  await app.build(Finding, ...by.flatMap((one) => [aFinding(one, 'degree'), aFinding(one, 'english')]));
  await app.build(Vote, ...by.map((one) => aVote(one)));
  const chair = commission[0]?.account.id as string;
  return {
    edition,
    editionId,
    offers,
    toRule,
    chair: actor(chair, editionId),
    coordinator: asCoordinator(coordinator.id),
  };
}

const actor = (accountId: string, editionId?: string): Actor => ({
  accountId,
  organisation: [],
  editions: editionId ? [{ editionId, role: 'chair' }] : [],
});

const asCoordinator = (accountId: string): Actor => ({ accountId, organisation: ['coordinator'], editions: [] });

/** The refusal of a command, or `null`. Any other error fails the spec. */
async function refusalOf(running: Promise<unknown>): Promise<Refusal | null> {
  try {
    await running;
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

describeOnEachDatabase('places in a storm', (app) => {
  it('of rulings, answers, expiries, withdrawals, openings and new quotas at once keep every quota and leave none unused', async () => {
    const { edition, editionId, offers, toRule, chair, coordinator } = await aFullEdition(app());
    const rule = async ({ id: applicationId }: Application) => {
      // The chair previews again whenever the outcome has changed.
      for (
        let outcome: 'admitted' | 'waiting-list' = 'admitted';
        ;
        outcome = outcome === 'admitted' ? 'waiting-list' : 'admitted'
      ) {
        const body = { reason: 'Every criterion is met.', outcome };
        const refusal = await refusalOf(app().get(RuleOnApplication).run(chair, { editionId, applicationId }, body));
        if (!refusal) return;
        expect(refusal.refused).toBe('admissions.outcome-changed');
      }
    };
    const accept = ({ id, accountId }: Offer) => refusalOf(app().get(AcceptOffer).run(actor(accountId), editionId, id));
    const decline = ({ id, accountId }: Offer) =>
      refusalOf(app().get(DeclineOffer).run(actor(accountId), editionId, id));
    const withdraw = ({ id }: Offer) =>
      refusalOf(app().get(WithdrawOffer).run(coordinator, editionId, id, 'The edition moves to spring.'));
    const opening = { country: 'ES', institutions: 1, reason: 'Nobody applied from Spain.' };
    const contested = offers.slice(0, 10);
    const [declined, withdrawn] = [accepts + declines, accepts + declines + withdrawals];

    const answers = await Promise.all([
      ...toRule.map((application) => rule(application)),
      ...offers.slice(0, accepts).map(accept),
      ...offers.slice(accepts, declined).map(decline),
      ...offers.slice(declined, withdrawn).map(withdraw),
      ...offers.slice(withdrawn).map(({ id }) => app().get(ExpireUnansweredOffer).run(id)),
      ...Array.from({ length: openings }, () => refusalOf(app().get(OpenPlaces).run(coordinator, editionId, opening))),
      ...[1, grownBy, 1, grownBy].map((more) =>
        refusalOf(app().get(SetQuotas).run(coordinator, editionId, grown(more))),
      ),
      // Somebody with two browsers accepts in one and declines in the other.
      ...contested.map(decline),
    ]);
    // The last one to set quotas may have set the smaller ones, if they were still free.
    await app().get(SetQuotas).run(coordinator, editionId, grown(grownBy));

    const now = await app().rows(Offer, { editionId });
    const inState = (state: Offer['state']) => now.filter((offer) => offer.state === state).length;
    const freed = inState('declined') + inState('expired') + inState('withdrawn');
    expect(inState('accepted') + inState('declined')).toBe(accepts + declines);
    expect([inState('expired'), inState('withdrawn')]).toEqual([expiries, withdrawals]);
    const refused = answers.flatMap((answer) => (isRefusal(answer) ? [answer.refused] : []));
    expect(refused.filter((code) => code === 'places.offer-ended')).toHaveLength(contested.length);
    // A smaller quota that came after a larger one may find its places held.
    expect(refused.filter((code) => !['places.offer-ended', 'places.below-what-is-held'].includes(code))).toEqual([]);
    expect(await app().rows(Enrolment, { editionId })).toHaveLength(inState('accepted'));
    expect(await app().rows(OpenedPlaces, { editionId })).toHaveLength(openings);

    const places = await placesOf(app().database.read, edition);
    const sources = sourcesOf(places);
    for (const country of countries)
      expect(places.held.filter((seat, at) => seat.country === country && sources[at] === 'quota')).toHaveLength(
        perCountry + grownBy,
      );
    expect(sources.filter((source) => source === 'opened')).toHaveLength(openings);
    expect(places.held).toHaveLength(countries.length * (perCountry + grownBy) + openings);
    const waiting = (await app().rows(WaitingListEntry, { editionId })).filter(({ offeredAt }) => offeredAt === null);
    expect(waiting).toHaveLength(rulings - freed - countries.length * grownBy - openings);
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.filter((entry) => hasPlaceFor(places, entry))).toEqual([]);
    expect(new Set(now.map(({ applicationId }) => applicationId)).size).toBe(now.length);

    const ruled = (await app().rows(Ruling)).filter(({ applicationId }) =>
      toRule.some(({ id }) => id === applicationId),
    );
    expect(ruled).toHaveLength(rulings);
    const placed = new Set(now.filter(({ origin }) => origin === 'ruling').map(({ applicationId }) => applicationId));
    for (const { applicationId, outcome } of ruled)
      expect(outcome).toBe(placed.has(applicationId) ? 'admitted' : 'waiting-list');
  }, 120_000);

  it('go to the next ten, once each and in order, when ten come free at the same moment', async () => {
    const { editionId, offers, toRule, coordinator } = await aFullEdition(app());
    const croats = (all: { country: string | null }[]) => all.filter(({ country }) => country === 'HR');
    const held = (croats(offers) as Offer[]).filter(({ expiresAt }) => expiresAt > app().clock.now());
    const expired = (croats(offers) as Offer[]).filter(({ expiresAt }) => expiresAt <= app().clock.now());
    const entries = (croats(toRule) as Application[])
      .slice(0, 15)
      .map(({ id: applicationId, accountId, institutionId }, at) => ({
        id: newId(),
        ...{ editionId, applicationId, accountId, institutionId: institutionId as string, country: 'HR' },
        // Pairs were ruled on at the same moment: the later of the two applied first.
        since: new Date(Date.UTC(2026, 10, 1, 9, Math.floor(at / 2))),
        appliedAt: new Date(Date.UTC(2026, 9, 1, 9, at % 2 ? 0 : 30)),
        offeredAt: null,
      }));
    await app().build(WaitingListEntry, ...entries);

    await Promise.all([
      ...held.slice(0, 4).map(({ id, accountId }) => app().get(DeclineOffer).run(actor(accountId), editionId, id)),
      ...held
        .slice(4, 7)
        .map(({ id }) => app().get(WithdrawOffer).run(coordinator, editionId, id, 'The edition moves to spring.')),
      ...expired.slice(0, 3).flatMap(({ id }) => [1, 2, 3].map(() => app().get(ExpireUnansweredOffer).run(id))),
    ]);

    const next = [...entries]
      .sort(inOrderOfTheList)
      .slice(0, 10)
      .map(({ applicationId }) => applicationId);
    const made = (await app().rows(Offer, { editionId })).filter(({ origin }) => origin === 'waiting-list');
    expect(made.map(({ applicationId }) => applicationId).sort()).toEqual([...next].sort());
    expect(made.filter(({ state }) => state !== 'open')).toEqual([]);
    const stillWait = (await app().rows(WaitingListEntry, { editionId })).filter(({ offeredAt }) => offeredAt === null);
    expect(stillWait).toHaveLength(5);
    const asked = (await app().rows(OutboxRow)).filter(({ payload }) =>
      made.some(({ id }) => (payload as { offerId?: string }).offerId === id),
    );
    expect(asked.map(({ job }) => job).sort()).toEqual([
      ...made.map(() => 'places.expire-offer'),
      ...made.map(() => 'places.mail-about-offer'),
    ]);
  }, 120_000);
});

const grown = (more: number) => ({
  quotas: [...countries, 'ES'].map((country) => ({
    country,
    institutions: perCountry + more,
    peoplePerInstitution: 1,
  })),
  othersShare: false,
});
