import {
  declineOffer,
  openPlaces,
  previewOpening,
  readMyPlace,
  readOffers,
  readPlacesDesk,
  readWaitingList,
  setQuotas,
  withdrawOffer,
} from '@libretto/contracts';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { anApplicant, anEditionOf, aPerson } from './fixtures';
import { describeOnEachDatabase, type TestApp } from './test-app';
import { EditionRole } from '../features/accounts/roles/roles.entity';
import { CountryQuota } from '../features/places/country-quota.entity';
import { Offer } from '../features/places/offer.entity';
import { OpenedPlaces } from '../features/places/opened-places.entity';
import { PlaceAllocation } from '../features/places/place-allocation';
import { aQuota } from '../features/places/places.builder';
import { WaitingListEntry } from '../features/places/waiting-list-entry.entity';
import { aDeclaration } from '../features/admissions/dossier/application.builder';
import { Declaration } from '../features/admissions/dossier/declaration.entity';

const monday = new Date('2026-11-23T09:00:00Z');
const minutes = (number: number) => new Date(monday.getTime() + number * 60_000);

describeOnEachDatabase('whose the places are', (app) => {
  beforeEach(() => app().clock.set(monday));

  it('shows the grid, the lists with what explains them, and the offers', async () => {
    const { editionId, coordinator, admit } = await anEdition(app(), { HR: 1, PT: 2 });
    const ana = await admit('HR', { applied: 5 });
    const boris = await admit('HR', { applied: 3 });
    const cvita = await admit('HR', { applied: 1 });
    // The chair ruled on both in one meeting.
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(WaitingListEntry, { editionId }, { since: monday }));
    app().clock.set(minutes(10));
    const dario = await admit('HR', { applied: 0 });

    const { body: desk } = await coordinator.call(readPlacesDesk, { params: { editionId } });
    expect(desk).toMatchObject({ held: 1, waiting: 3, opened: [], openings: [], can: { open: true } });
    expect(
      desk.countries.map(({ country, unused, waiting, cells }) => [
        country,
        unused,
        waiting,
        cells.map(({ is }) => is),
      ]),
    ).toEqual([
      ['HR', 0, 3, ['offered']],
      ['PT', 2, 0, ['free', 'free']],
    ]);
    const { body: list } = await coordinator.call(readWaitingList, { params: { editionId } });
    expect(
      list.items.map(({ name, position, isByApplication, waitsFor }) => [name, position, isByApplication, waitsFor]),
    ).toEqual([
      // Both were ruled on at the same moment; Cvita applied first.
      [cvita.name, 1, false, 'country-full'],
      [boris.name, 2, true, 'country-full'],
      [dario.name, 3, false, 'country-full'],
    ]);
    const { body: offers } = await coordinator.call(readOffers, { params: { editionId } });
    expect(offers.items).toMatchObject([{ name: ana.name, state: 'open', source: 'quota', can: { withdraw: true } }]);
    expect((await boris.caller.call(readMyPlace, { params: { editionId } })).body.waiting).toMatchObject({
      ahead: 1,
      waitsFor: 'country-full',
    });
  });

  it('opens what one country does not use: it goes to who waited longest, for good, with the reason', async () => {
    const { editionId, coordinator, admit } = await anEdition(app(), { HR: 1, IT: 1, PT: 3 });
    const [zagreb] = [await admit('HR'), await admit('IT')];
    const split = await admit('HR');
    app().clock.set(minutes(1));
    const roma = await admit('IT');
    app().clock.set(minutes(2));
    const rijeka = await admit('HR');
    const open = (country: string, institutions: number) =>
      coordinator.call(openPlaces, {
        params: { editionId },
        body: { country, institutions, reason: 'Portugal sends one only.' },
      });

    expect((await open('PT', 4)).body).toMatchObject({ code: 'places.not-so-many-unused' });
    expect((await open('HR', 1)).body.code).toBe('places.not-so-many-unused');
    expect((await open('DE', 1)).body.code).toBe('places.no-quota');
    expect(
      (
        await zagreb.caller.call(openPlaces, {
          params: { editionId },
          body: { country: 'PT', institutions: 1, reason: 'Me.' },
        })
      ).status,
    ).toBe(403);
    expect(await app().rows(OpenedPlaces, { editionId })).toEqual([]);

    const { body: preview } = await coordinator.call(previewOpening, {
      params: { editionId },
      body: { country: 'PT', institutions: 2 },
    });
    expect(preview).toMatchObject({
      offered: [
        { name: split.name, country: 'HR' },
        { name: roma.name, country: 'IT' },
      ],
      unused: 0,
    });
    expect(await offerOf(split)).toBeUndefined();
    expect((await open('PT', 2)).status).toBe(204);

    expect([(await offerOf(split))?.state, (await offerOf(roma))?.state, await offerOf(rijeka)]).toEqual([
      'open',
      'open',
      undefined,
    ]);
    const { body: desk } = await coordinator.call(readPlacesDesk, { params: { editionId } });
    expect(desk.countries.map(({ country, cells }) => [country, cells.map(({ is }) => is)])).toEqual([
      ['HR', ['offered']],
      ['IT', ['offered']],
      ['PT', ['free', 'opened', 'opened']],
    ]);
    expect(desk.opened.map(({ is, country }) => [is, country])).toEqual([
      ['offered', 'HR'],
      ['offered', 'IT'],
    ]);
    expect(desk.openings).toMatchObject([{ country: 'PT', institutions: 2, reason: 'Portugal sends one only.' }]);
    await expect(
      app()
        .get(Transaction)
        .run((tx) => tx.manager.delete(OpenedPlaces, { editionId })),
    ).rejects.toThrow('never deleted');
    await expect(
      app()
        .get(Transaction)
        .run((tx) => tx.manager.update(OpenedPlaces, { editionId }, { institutions: 1 })),
    ).rejects.toThrow('never changes');
    // Portugal keeps the one that was not opened.
    expect(await offerOf(await admit('PT'))).toMatchObject({ state: 'open' });
    expect(await offerOf(await admit('PT'))).toBeUndefined();
    const quotas = ['HR', 'IT', 'PT'].map((country) => ({ country, institutions: 1, peoplePerInstitution: 1 }));
    expect(
      (await coordinator.call(setQuotas, { params: { editionId }, body: { quotas, othersShare: false } })).body.code,
    ).toBe('places.below-what-is-opened');
  });

  it('hands a place of a country’s quota on within it, and an opened one to who waited longest', async () => {
    const { editionId, coordinator, admit } = await anEdition(app(), { HR: 1, IT: 0, PT: 1 });
    await coordinator.call(openPlaces, {
      params: { editionId },
      body: { country: 'PT', institutions: 1, reason: 'Nobody applied there.' },
    });
    const [first, second] = [await admit('HR'), await admit('HR')];
    app().clock.set(minutes(1));
    const roma = await admit('IT');
    app().clock.set(minutes(2));
    const third = await admit('HR');
    const milano = await admit('IT');
    const decline = async (who: Somebody) =>
      who.caller.call(declineOffer, { params: { editionId, offerId: (await offerOf(who))?.id as string } });

    // Croatia's own place goes to the next of Croatia, although somebody in Italy waited longer.
    await decline(first);
    expect([(await offerOf(third))?.state, await offerOf(roma)]).toEqual(['open', undefined]);
    // The second moved up into the quota; the third held the opened place: it goes to the person who waited longest.
    await decline(third);
    expect([(await offerOf(second))?.state, (await offerOf(roma))?.state, await offerOf(milano)]).toEqual([
      'open',
      'open',
      undefined,
    ]);
  });

  it('takes an offer back with a reason that whoever loses it reads', async () => {
    const { editionId, coordinator, admit } = await anEdition(app(), { HR: 1 });
    const ana = await admit('HR');
    const params = { editionId, offerId: (await offerOf(ana))?.id as string };
    expect((await coordinator.call(withdrawOffer, { params, body: { reason: 'Left the university.' } })).status).toBe(
      204,
    );
    const { body } = await coordinator.call(readOffers, { params: { editionId } });
    expect(body.items).toMatchObject([
      { state: 'withdrawn', source: null, withdrawnBecause: 'Left the university.', can: { withdraw: false } },
    ]);
    expect((await ana.caller.call(readMyPlace, { params: { editionId } })).body.offer).toMatchObject({
      withdrawnBecause: 'Left the university.',
    });
  });

  it('sorts, searches and narrows the offers', async () => {
    const { editionId, coordinator, admit } = await anEdition(app(), { HR: 2, PT: 2 });
    const [ana, boris, cvita] = [await admit('HR'), await admit('PT'), await admit('PT')];
    await boris.caller.call(declineOffer, { params: { editionId, offerId: (await offerOf(boris))?.id as string } });
    const read = async (query: object) => (await coordinator.call(readOffers, { params: { editionId }, query })).body;
    const names = async (query: object) => (await read(query)).items.map(({ name }) => name);
    const upwards = [ana, boris, cvita].map(({ name }) => name).sort((one, other) => one.localeCompare(other));
    expect([await names({ sort: 'name' }), await names({ sort: '-name' })]).toEqual([upwards, upwards.toReversed()]);
    expect([
      (await names({ sort: 'state' })).at(-1),
      (await names({ sort: '-state' }))[0],
      (await names({ sort: 'until' }))[0],
    ]).toEqual(Array(3).fill(boris.name));
    const [first] = (await read({ sort: 'name' })).items;
    const place = first?.state === 'open' ? [0, Date.parse(first.expiresAt)] : [1, -Date.parse(first?.offeredAt ?? '')];
    const after = JSON.stringify([first?.name, ...place, first?.id]);
    expect(await names({ sort: 'name', after })).toEqual(upwards.slice(1));
    expect(await read({ q: cvita.institution.toUpperCase() })).toMatchObject({
      found: 1,
      items: [{ name: cvita.name }],
    });
    expect([await names({ state: 'declined' }), await names({ q: boris.name, state: 'open' })]).toEqual([
      [boris.name],
      [],
    ]);
  });

  it('tells a coordinator who sits in the commission nothing of those with whom they are in conflict', async () => {
    const { editionId, admit } = await anEdition(app(), { HR: 1, PT: 1 });
    const [held, waiting, known] = [await admit('HR'), await admit('HR'), await admit('HR')];
    const { account, caller } = await aPerson(app(), { organisation: 'coordinator' });
    await app().build(EditionRole, { id: newId(), editionId, accountId: account.id, role: 'member' });
    for (const { applicationId } of [held, waiting])
      await app().build(
        Declaration,
        aDeclaration({ applicationId, accountId: account.id }, { inConflict: true, reason: 'We wrote together.' }),
      );

    const params = { editionId };
    const answers = [
      (await caller.call(readPlacesDesk, { params })).body,
      (await caller.call(readWaitingList, { params })).body,
      (await caller.call(readOffers, { params })).body,
      (await caller.call(previewOpening, { params, body: { country: 'PT', institutions: 1 } })).body,
    ];
    expect(answers[0]).toMatchObject({ held: 0, waiting: 1 });
    expect(answers[1]).toMatchObject({ items: [{ name: known.name, position: 1 }] });
    expect(answers[2]).toMatchObject({ items: [] });
    for (const { name, institution } of [held, waiting])
      for (const answer of answers) expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${name}|${institution}`));
  });

  it('withdraws no offer of theirs for such a coordinator, and refuses to open places with the figures of the grid only', async () => {
    const { editionId, admit } = await anEdition(app(), { HR: 1, PT: 3 });
    const [held, known] = [await admit('PT'), await admit('PT')];
    const { account, caller } = await aPerson(app(), {
      organisation: 'coordinator',
      editions: [{ editionId, role: 'member' }],
    });
    await app().build(
      Declaration,
      aDeclaration(
        { applicationId: held.applicationId, accountId: account.id },
        { inConflict: true, reason: 'We wrote together.' },
      ),
    );
    const withdraw = async (offerId: string) =>
      (await caller.call(withdrawOffer, { params: { editionId, offerId }, body: { reason: 'The edition has moved.' } }))
        .body.code;
    const open = async (institutions: number) =>
      (
        await caller.call(openPlaces, {
          params: { editionId },
          body: { country: 'PT', institutions, reason: 'Nobody applied there.' },
        })
      ).body;

    expect(await withdraw((await offerOf(held))?.id as string)).toBe(await withdraw(newId()));
    expect(await offerOf(held)).toMatchObject({ state: 'open', withdrawnBecause: null });
    expect(await open(3)).toMatchObject({ code: 'places.not-so-many-unused', numbers: { unused: 2 } });
    // The fact that places are full cannot be hidden; the number of their holders is.
    expect(await open(2)).toMatchObject({ code: 'places.cannot-be-opened', numbers: { country: 'PT' } });
    expect((await open(2)).numbers).not.toHaveProperty('unused');
    expect(await app().rows(OpenedPlaces, { editionId })).toEqual([]);
    expect(await withdraw((await offerOf(known))?.id as string)).toBeUndefined();
    expect(await offerOf(known)).toMatchObject({ state: 'withdrawn' });
  });

  it('takes as many statements for many as for one', async () => {
    const cost = async (people: number) => {
      const { editionId, coordinator, admit } = await anEdition(app(), { HR: 2, PT: 100 });
      for (let person = 0; person < people; person += 1) await admit(person % 2 ? 'HR' : 'PT');
      const params = { editionId };
      return [
        await coordinator.call(readPlacesDesk, { params }),
        await coordinator.call(readWaitingList, { params }),
        await coordinator.call(readOffers, { params }),
        await coordinator.call(readOffers, { params, query: { q: 'a', sort: 'name' } }),
        await coordinator.call(previewOpening, { params, body: { country: 'PT', institutions: 5 } }),
      ].map(({ status, statements }) => [status, statements]);
    };
    expect(await cost(30)).toEqual(await cost(6));
  });

  interface Somebody {
    applicationId: string;
    name: string;
    institution: string;
    caller: Awaited<ReturnType<typeof aPerson>>['caller'];
  }

  const offerOf = async ({ applicationId }: Somebody): Promise<Offer | undefined> =>
    (await app().rows(Offer, { applicationId }))[0];
});

/**
 * An open edition with so many institutions by country, its coordinator, and a function that admits somebody of an
 * institution of their own.
 */
async function anEdition(app: TestApp, quotas: Record<string, number>) {
  const { id: editionId } = await anEditionOf(app, {}, { capacity: 200 });
  const rows = Object.entries(quotas).map(([country, institutions]) => aQuota(editionId, { country, institutions }));
  await app.build(CountryQuota, ...rows);
  const { caller: coordinator } = await aPerson(app, { organisation: 'coordinator' });
  const admit = async (country: string, { applied = 0 } = {}) => {
    const appliedAt = new Date(Date.UTC(2026, 9, 9, 9, applied));
    const familyName = `Admitted ${newId()}`;
    const of = { country, account: { familyName }, application: { state: 'ruled' as const, submittedAt: appliedAt } };
    const { whose, account, institution, caller } = await anApplicant(app, editionId, of);
    await app.get(Transaction).run((tx) => app.get(PlaceAllocation).hold(tx, { ...whose, country, appliedAt }));
    return {
      applicationId: whose.applicationId,
      name: `${account.givenName} ${familyName}`,
      institution: institution.name,
      caller,
    };
  };
  return { editionId, coordinator, admit };
}
