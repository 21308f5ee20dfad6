import {
  acceptOffer,
  changeEdition,
  closeEdition,
  declineOffer,
  readMyPlace,
  readPlaces,
  setQuotas,
  withdrawOffer,
} from '@libretto/contracts';
import { Transaction } from '../../platform/database/transaction';
import { SentMail } from '../../platform/mail/sent-mail.entity';
import { aCoordinator, anApplicant, anEditionOf, aPerson } from '../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../testing/test-app';
import { AccountLeaves, RoleRegister } from '../accounts';
import { CountryQuota } from './country-quota.entity';
import { Enrolment } from './enrolment.entity';
import { ExpireUnansweredOffer } from './expire-unanswered-offer';
import { Offer } from './offer.entity';
import { PlaceAllocation } from './place-allocation';
import { aQuota } from './places.builder';
import { WaitingListEntry } from './waiting-list-entry.entity';

const monday = new Date('2026-11-23T09:00:00Z');

describeOnEachDatabase('places', (app) => {
  beforeEach(() => app().clock.set(monday));

  it('are held by an offer, and accepting it makes the enrolment and the participant', async () => {
    const { edition, editionId } = await anEditionWith(app(), { HR: 1 });
    const { caller, account, offer } = await somebodyAdmitted(app(), edition);
    expect(offer).toMatchObject({
      state: 'open',
      origin: 'ruling',
      expiresAt: new Date(offer.offeredAt.getTime() + 7 * 86_400_000),
    });
    expect((await caller.call(readMyPlace, { params: { editionId } })).body.can).toEqual({
      accept: true,
      decline: true,
    });

    const { status } = await caller.call(acceptOffer, { params: { editionId, offerId: offer.id } });

    expect(status).toBe(204);
    expect(await app().rows(Offer, { id: offer.id })).toMatchObject([{ state: 'accepted' }]);
    expect(await app().rows(Enrolment, { editionId })).toMatchObject([
      { accountId: account.id, offerId: offer.id, country: 'HR' },
    ]);
    expect(await app().get(RoleRegister).holders(editionId, ['participant'])).toEqual([
      { accountId: account.id, role: 'participant' },
    ]);
    expect((await caller.call(acceptOffer, { params: { editionId, offerId: offer.id } })).body.code).toBe(
      'places.offer-ended',
    );
  });

  it.each(['decline', 'withdraw', 'expire'] as const)(
    'go to the next of the country once somebody’s offer ends: %s',
    async (how) => {
      const { edition, editionId } = await anEditionWith(app(), { HR: 1, IT: 1 });
      const first = await somebodyAdmitted(app(), edition);
      const italian = await somebodyAdmitted(app(), edition, 'IT');
      const second = await somebodyAdmitted(app(), edition);
      const third = await somebodyAdmitted(app(), edition);
      expect([second.offer, third.offer]).toEqual([undefined, undefined]);
      expect((await third.caller.call(readMyPlace, { params: { editionId } })).body.waiting).toMatchObject({
        country: 'HR',
        ahead: 1,
        waitsFor: 'country-full',
      });

      const params = { editionId, offerId: first.offer.id };
      if (how === 'decline') await first.caller.call(declineOffer, { params });
      if (how === 'withdraw')
        await (await aCoordinator(app())).call(withdrawOffer, { params, body: { reason: 'Left the university.' } });
      if (how === 'expire') {
        await first.caller.call(acceptOffer, { params: { editionId, offerId: italian.offer.id } });
        app().clock.set(new Date(first.offer.expiresAt.getTime() + 2000));
        await app().get(ExpireUnansweredOffer).run(first.offer.id);
        await app().get(ExpireUnansweredOffer).run(first.offer.id);
      }

      const state = { decline: 'declined', withdraw: 'withdrawn', expire: 'expired' }[how];
      expect(await app().rows(Offer, { id: first.offer.id })).toMatchObject([{ state }]);
      expect(await app().rows(Offer, { accountId: second.account.id })).toMatchObject([
        { state: 'open', origin: 'waiting-list' },
      ]);
      expect(await app().rows(Offer, { accountId: third.account.id })).toEqual([]);
      expect((await third.caller.call(readMyPlace, { params: { editionId } })).body.waiting).toMatchObject({
        country: 'HR',
        ahead: 0,
      });
    },
  );

  it('expire by themselves, and the mails say so in the reader’s language', async () => {
    const { edition } = await anEditionWith(app(), { HR: 1 });
    const first = await somebodyAdmitted(app(), edition, 'HR', {
      language: 'it',
      email: `ana.${edition.id}@zagreb.example`,
    });
    const second = await somebodyAdmitted(app(), edition, 'HR', { email: `bo.${edition.id}@split.example` });
    app().clock.set(new Date(first.offer.expiresAt.getTime() + 2000));

    expect(await app().runJobs()).toEqual([]);

    expect(await app().rows(Offer, { id: first.offer.id })).toMatchObject([{ state: 'expired' }]);
    expect(await app().rows(Offer, { accountId: second.account.id })).toMatchObject([{ state: 'open' }]);
    const subjects = async (recipient: string) =>
      (await app().rows(SentMail, { recipient })).map(({ subject }) => subject).sort();
    expect(await subjects(first.account.email)).toEqual([
      'Il tuo posto in «Leggere i diplomi»',
      'La tua offerta di un posto in «Leggere i diplomi» è scaduta',
    ]);
    expect(await subjects(second.account.email)).toEqual(['A place is available for you in Reading diplomas']);
  });

  it('are given up by somebody who leaves, even between the last moment of their offer and its end', async () => {
    const { edition } = await anEditionWith(app(), { HR: 1 });
    const first = await somebodyAdmitted(app(), edition);
    const second = await somebodyAdmitted(app(), edition);
    app().clock.set(new Date(first.offer.expiresAt.getTime() + 2000));

    await app()
      .get(Transaction)
      .run((tx) => tx.publish(new AccountLeaves(first.account.id)));

    expect(await app().rows(Offer, { id: first.offer.id })).toMatchObject([{ state: 'expired' }]);
    expect(await app().rows(Offer, { accountId: second.account.id })).toMatchObject([{ state: 'open' }]);
  });

  it('tell whoever loses one why it was taken back', async () => {
    const { edition, editionId } = await anEditionWith(app(), { HR: 1 });
    const { account, offer } = await somebodyAdmitted(app(), edition);
    const params = { editionId, offerId: offer.id };
    await (
      await aCoordinator(app())
    ).call(withdrawOffer, { params, body: { reason: 'The edition has moved to spring.' } });
    expect(await app().runJobs()).toEqual([]);
    const sent = await app().rows(SentMail, { recipient: account.email });
    expect(sent.map(({ mail }) => mail).sort()).toEqual(['places.offer-withdrawn', 'places.place-offered']);
    expect(
      app()
        .mails()
        .some((mail) => mail.includes('The edition has moved to spring.')),
    ).toBe(true);
  });

  it('are answered by nobody but their own person, and not after their time', async () => {
    const { edition, editionId } = await anEditionWith(app(), { HR: 2 });
    const { caller, offer } = await somebodyAdmitted(app(), edition);
    const somebodyElse = await somebodyAdmitted(app(), edition);
    const params = { editionId, offerId: offer.id };

    expect((await somebodyElse.caller.call(acceptOffer, { params })).status).toBe(404);
    expect((await somebodyElse.caller.call(declineOffer, { params })).status).toBe(404);
    expect((await somebodyElse.caller.call(withdrawOffer, { params, body: { reason: 'Mine!' } })).status).toBe(403);
    app().clock.set(new Date(offer.expiresAt.getTime() + 1));
    expect((await caller.call(acceptOffer, { params })).body.code).toBe('places.offer-expired');
    expect((await caller.call(readMyPlace, { params: { editionId } })).body).toMatchObject({
      offer: { state: 'expired' },
      can: { accept: false },
    });
    expect(await app().rows(Enrolment, { editionId })).toEqual([]);
  });

  it('go to whoever is admitted first where no country has a quota, and the next in line of any country follows', async () => {
    const { edition, editionId } = await anEditionWith(app(), {}, { capacity: 2 });
    const first = await somebodyAdmitted(app(), edition, 'DE');
    const second = await somebodyAdmitted(app(), edition, 'SE');
    const third = await somebodyAdmitted(app(), edition, 'IE');
    expect([first.offer?.state, second.offer?.state, third.offer]).toEqual(['open', 'open', undefined]);
    expect((await third.caller.call(readMyPlace, { params: { editionId } })).body.waiting).toMatchObject({
      country: null,
      ahead: 0,
      waitsFor: 'edition-full',
    });
    expect((await first.caller.call(declineOffer, { params: { editionId, offerId: first.offer.id } })).status).toBe(
      204,
    );
    expect(await app().rows(Offer, { accountId: third.account.id })).toMatchObject([
      { state: 'open', origin: 'waiting-list' },
    ]);
    const { body } = await (await aCoordinator(app())).call(readPlaces, { params: { editionId } });
    expect(body).toMatchObject({ held: 2, countries: [], rest: { held: 2, left: 0, waiting: 0 } });
  });

  it('that the quotas leave are shared by other countries once the coordinator says so', async () => {
    const { edition, editionId } = await anEditionWith(app(), { HR: 1 }, { capacity: 3 });
    const coordinator = await aCoordinator(app());
    const others = [
      await somebodyAdmitted(app(), edition, 'DE'),
      await somebodyAdmitted(app(), edition, 'SE'),
      await somebodyAdmitted(app(), edition, 'IE'),
    ];
    expect(others.map(({ offer }) => offer)).toEqual([undefined, undefined, undefined]);
    const waitsFor = async () => (await others[2]!.caller.call(readMyPlace, { params: { editionId } })).body.waiting;
    expect(await waitsFor()).toMatchObject({ country: 'IE', waitsFor: 'no-quota' });

    const body = { quotas: [{ country: 'HR', institutions: 1, peoplePerInstitution: 1 }], othersShare: true };
    expect((await coordinator.call(setQuotas, { params: { editionId }, body })).status).toBe(204);

    expect(await waitsFor()).toMatchObject({ country: null, ahead: 0, waitsFor: 'rest-full' });
    expect((await somebodyAdmitted(app(), edition, 'HR')).offer).toMatchObject({ state: 'open' });
    expect((await coordinator.call(readPlaces, { params: { editionId } })).body).toMatchObject({
      held: 3,
      othersShare: true,
      rest: { held: 2, left: 0, waiting: 1 },
    });
    const closed = await coordinator.call(setQuotas, { params: { editionId }, body: { ...body, othersShare: false } });
    expect(closed.body.code).toBe('places.below-what-is-held');
  });

  it('are never given twice where twenty are admitted at once without quotas', async () => {
    const { edition, editionId } = await anEditionWith(app(), {}, { capacity: 5 });
    await Promise.all(Array.from({ length: 20 }, (_, at) => somebodyAdmitted(app(), edition, at % 2 ? 'DE' : 'SE')));
    expect(await app().rows(Offer, { editionId })).toHaveLength(5);
    expect(await app().rows(WaitingListEntry, { editionId })).toHaveLength(15);
  });

  it('take the quotas that the coordinator sets, and give what is new to those who wait', async () => {
    const { edition, editionId } = await anEditionWith(app(), { HR: 1 });
    const coordinator = await aCoordinator(app());
    await somebodyAdmitted(app(), edition);
    const waiting = await somebodyAdmitted(app(), edition);
    const quota = (country: string, institutions: number) => ({ country, institutions, peoplePerInstitution: 1 });
    const set = (...quotas: ReturnType<typeof quota>[]) =>
      coordinator.call(setQuotas, { params: { editionId }, body: { quotas, othersShare: false } });

    expect((await set(quota('HR', 0))).body.code).toBe('places.below-what-is-held');
    expect((await set(quota('HR', 1), quota('HR', 2))).body.code).toBe('places.country-twice');
    expect(
      (await waiting.caller.call(setQuotas, { params: { editionId }, body: { quotas: [], othersShare: false } }))
        .status,
    ).toBe(403);
    expect((await set(quota('HR', 2), quota('PT', 5))).status).toBe(204);

    expect(await app().rows(Offer, { accountId: waiting.account.id })).toMatchObject([{ state: 'open' }]);
    expect((await coordinator.call(readPlaces, { params: { editionId } })).body).toMatchObject({
      held: 2,
      countries: [
        { country: 'HR', institutions: 2, institutionsHeld: 2, waiting: 0, holders: [{ people: 1 }, { people: 1 }] },
        { country: 'PT', institutions: 5, institutionsHeld: 0, holders: [] },
      ],
      can: { setQuotas: true },
    });
  });

  it('go to nobody once the edition is closed', async () => {
    const { edition, editionId } = await anEditionWith(app(), { HR: 1 }, { endsOn: '2026-11-24' });
    const { offer } = await somebodyAdmitted(app(), edition);
    const waiting = await somebodyAdmitted(app(), edition);
    app().clock.set(new Date('2026-11-25T09:00:00Z'));
    expect((await (await aCoordinator(app())).call(closeEdition, { params: { editionId } })).status).toBe(204);
    app().clock.set(new Date(offer.expiresAt.getTime() + 2000));
    await app().get(ExpireUnansweredOffer).run(offer.id);
    expect(await app().rows(Offer, { id: offer.id })).toMatchObject([{ state: 'expired' }]);
    expect(await app().rows(Offer, { accountId: waiting.account.id })).toEqual([]);
  });

  it('of a draft are not there for anybody', async () => {
    const { id: editionId } = await anEditionOf(app(), {}, { state: 'draft' });
    const { caller } = await aPerson(app());
    expect((await caller.call(readMyPlace, { params: { editionId } })).status).toBe(404);
  });

  it('go to those who wait when the edition grows', async () => {
    const { edition, editionId } = await anEditionWith(app(), { HR: 5 }, { capacity: 1 });
    await somebodyAdmitted(app(), edition);
    const waiting = await somebodyAdmitted(app(), edition);
    const { name, startsOn, endsOn, timeZone } = edition;
    const body = {
      name,
      startsOn,
      endsOn,
      timeZone,
      capacity: 2,
      applicationsCloseAt: edition.applicationsCloseAt.toISOString(),
    };
    expect((await (await aCoordinator(app())).call(changeEdition, { params: { editionId }, body })).status).toBe(204);
    expect(await app().rows(Offer, { accountId: waiting.account.id })).toMatchObject([{ state: 'open' }]);
  });

  it('are shown to the chair without saying whose they are', async () => {
    const { edition, editionId } = await anEditionWith(app(), { HR: 1 });
    await somebodyAdmitted(app(), edition);
    const { caller } = await aPerson(app(), { editions: [{ editionId, role: 'chair' }] });
    const { body } = await caller.call(readPlaces, { params: { editionId } });
    expect(body).toMatchObject({
      held: 1,
      countries: [{ institutionsHeld: 1, holders: [] }],
      can: { setQuotas: false },
    });
  });
});

/** An open edition with so many institutions by country. */
async function anEditionWith(
  app: TestApp,
  quotas: Record<string, number>,
  values: { capacity?: number; endsOn?: string } = {},
) {
  const edition = await anEditionOf(app, {}, values);
  const rows = Object.entries(quotas).map(([country, institutions]) => aQuota(edition.id, { country, institutions }));
  await app.build(CountryQuota, ...rows);
  return { edition, editionId: edition.id };
}

/** Somebody of an institution of their own whom the commission has admitted: with an offer, or waiting. */
async function somebodyAdmitted(
  app: TestApp,
  { id: editionId }: { id: string },
  country = 'HR',
  account: { language?: string; email?: string } = {},
) {
  const { whose, application, ...person } = await anApplicant(app, editionId, {
    country,
    account,
    application: { state: 'ruled' },
  });
  await app
    .get(Transaction)
    .run((tx) => app.get(PlaceAllocation).hold(tx, { ...whose, country, appliedAt: application.submittedAt as Date }));
  const [offer] = await app.rows(Offer, { applicationId: whose.applicationId });
  const waits = await app.rows(WaitingListEntry, { applicationId: whose.applicationId });
  expect(waits).toHaveLength(offer ? 0 : 1);
  return { ...person, offer: offer as Offer };
}
