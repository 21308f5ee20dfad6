import { type Actor, hasPlaceFor, isRefusal, placesByCountry, type Refusal } from '@libretto/domain';
import { newId } from '../platform/database/new-id';
import { Refused } from '../platform/http/refused';
import { anEditionOf } from './stage';
import { describeOnEachDatabase, type World } from './world';
import { anAccount } from '../features/accounts/account.builder';
import { Account } from '../features/accounts/account.entity';
import { anInstitution } from '../features/accounts/institution.builder';
import { Institution } from '../features/accounts/institution.entity';
import { EditionRole } from '../features/accounts/roles.entity';
import { AcceptOffer } from '../features/places/accept-offer';
import { CountryQuota } from '../features/places/country-quota.entity';
import { DeclineOffer } from '../features/places/decline-offer';
import { Enrolment } from '../features/places/enrolment.entity';
import { ExpireUnansweredOffer } from '../features/places/expire-unanswered-offer';
import { Offer } from '../features/places/offer.entity';
import { placesOf } from '../features/places/place-keeper';
import { anOffer, aQuota } from '../features/places/places.builder';
import { WaitingListEntry } from '../features/places/waiting-list-entry.entity';
import { aDeclaration, aFinding, anApplication, aVote } from '../features/admissions/application/application.builder';
import { Application } from '../features/admissions/application/application.entity';
import { Declaration } from '../features/admissions/commission/declaration.entity';
import { Finding } from '../features/admissions/commission/finding.entity';
import { RuleOnApplication } from '../features/admissions/ruling/rule-on-application';
import { Ruling } from '../features/admissions/ruling/ruling.entity';
import { Vote } from '../features/admissions/commission/vote.entity';

const countries = ['FR', 'HR', 'IT', 'PT'];
const perCountry = 30;
const rulings = 80;
const accepts = 60;
const declines = 30;
const expiries = 30;

/** Every place is held when it begins; what is freed goes to those who are ruled on meanwhile. */
async function aFullEdition(world: World) {
  const now = world.clock.now();
  const edition = await anEditionOf(world, {}, { capacity: countries.length * perCountry });
  const { id: editionId } = edition;
  await world.build(CountryQuota, ...countries.map((country) => aQuota(editionId, { country, institutions: perCountry })));
  const commission = (['chair', 'deputy', 'member'] as const).map((role) => ({ role, account: anAccount() }));
  await world.build(Account, ...commission.map(({ account }) => account));
  await world.build(EditionRole, ...commission.map(({ role, account }) => ({ id: newId(), editionId, accountId: account.id, role })));

  const applicants = Array.from({ length: accepts + declines + expiries + rulings }, (_, at) => {
    const country = countries[at % countries.length] as string;
    const institution = anInstitution({ country });
    const account = anAccount({ institutionId: institution.id });
    const whose = { editionId, accountId: account.id, institutionId: institution.id };
    const isHeld = at < accepts + declines + expiries;
    return { country, institution, account, application: anApplication(whose, { country, state: isHeld ? 'ruled' : 'under-review' }) };
  });
  await world.build(Institution, ...applicants.map(({ institution }) => institution));
  await world.build(Account, ...applicants.map(({ account }) => account));
  await world.build(Application, ...applicants.map(({ application }) => application));
  const offers = applicants.slice(0, accepts + declines + expiries).map(({ application, country }, at) => {
    const { id: applicationId, accountId, institutionId } = application;
    const offeredAt = new Date(now.getTime() - (at < accepts + declines ? 1 : 8) * 86_400_000);
    return anOffer({ editionId, applicationId, accountId, institutionId: institutionId as string }, { country, offeredAt });
  });
  await world.build(Offer, ...offers);
  const toRule = applicants.slice(accepts + declines + expiries).map(({ application }) => application);
  const by = toRule.flatMap(({ id }) => commission.map(({ account }) => ({ applicationId: id, accountId: account.id })));
  await world.build(Declaration, ...by.map((one) => aDeclaration(one)));
  await world.build(Finding, ...by.flatMap((one) => [aFinding(one, 'degree'), aFinding(one, 'english')]));
  await world.build(Vote, ...by.map((one) => aVote(one)));
  const chair = commission[0]?.account.id as string;
  return { edition, editionId, offers, toRule, chair: actor(chair, editionId) };
}

const actor = (accountId: string, editionId?: string): Actor => ({
  accountId,
  organisation: [],
  editions: editionId ? [{ editionId, role: 'chair' }] : [],
});

/** What a command was refused, or nothing. Anything else fails the spec. */
async function refusalOf(running: Promise<unknown>): Promise<Refusal | null> {
  try {
    await running;
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

describeOnEachDatabase('places in a storm', (world) => {
  it('of 200 rulings, answers and expiries at once keep every quota and leave none unused', async () => {
    const { edition, editionId, offers, toRule, chair } = await aFullEdition(world());
    const rule = async ({ id: applicationId }: Application) => {
      // The chair looks again whenever the ruling has become another one.
      for (let outcome: 'admitted' | 'waiting-list' = 'admitted'; ; outcome = outcome === 'admitted' ? 'waiting-list' : 'admitted') {
        const body = { reason: 'Every criterion is met.', outcome };
        const refusal = await refusalOf(world().get(RuleOnApplication).run(chair, { editionId, applicationId }, body));
        if (!refusal) return;
        expect(refusal.refused).toBe('admissions.outcome-changed');
      }
    };
    const accept = ({ id, accountId }: Offer) => refusalOf(world().get(AcceptOffer).run(actor(accountId), editionId, id));
    const decline = ({ id, accountId }: Offer) => refusalOf(world().get(DeclineOffer).run(actor(accountId), editionId, id));
    const contested = offers.slice(0, 10);

    const answers = await Promise.all([
      ...toRule.map((application) => rule(application)),
      ...offers.slice(0, accepts).map(accept),
      ...offers.slice(accepts, accepts + declines).map(decline),
      ...offers.slice(accepts + declines).map(({ id }) => world().get(ExpireUnansweredOffer).run(id)),
      // Somebody with two browsers accepts in one and declines in the other.
      ...contested.map(decline),
    ]);

    const now = await world().rows(Offer, { editionId });
    const inState = (state: Offer['state']) => now.filter((offer) => offer.state === state).length;
    expect(inState('accepted') + inState('declined')).toBe(accepts + declines);
    expect(inState('expired')).toBe(expiries);
    expect(answers.filter(isRefusal)).toHaveLength(contested.length);
    expect(await world().rows(Enrolment, { editionId })).toHaveLength(inState('accepted'));

    const places = await placesOf(world().database.read, edition);
    expect(places.held).toHaveLength(edition.capacity);
    for (const country of placesByCountry(places))
      expect(country).toMatchObject({ institutionsHeld: perCountry, peopleHeld: perCountry });
    const waiting = (await world().rows(WaitingListEntry, { editionId })).filter(({ offeredAt }) => offeredAt === null);
    expect(waiting).toHaveLength(rulings - (inState('declined') + expiries));
    expect(waiting.filter((entry) => hasPlaceFor(places, entry))).toEqual([]);
    expect(new Set(now.map(({ applicationId }) => applicationId)).size).toBe(now.length);

    const ruled = (await world().rows(Ruling)).filter(({ applicationId }) => toRule.some(({ id }) => id === applicationId));
    expect(ruled).toHaveLength(rulings);
    const placed = new Set(now.filter(({ origin }) => origin === 'ruling').map(({ applicationId }) => applicationId));
    for (const { applicationId, outcome } of ruled) expect(outcome).toBe(placed.has(applicationId) ? 'admitted' : 'waiting-list');
  }, 120_000);
});
