import {
  addInstitution,
  changeInstitution,
  changeMe,
  listInstitutions,
  mergeInstitutions,
  proposeInstitution,
  readDossier,
  readMe,
  searchInstitutions,
} from '@libretto/contracts';
import { Account } from '../features/accounts/account/account.entity';
import { anInstitution } from '../features/accounts/institutions/institution.builder';
import { Institution } from '../features/accounts/institutions/institution.entity';
import { pageOf } from '../features/accounts/institutions/closest-first';
import { Application } from '../features/admissions/dossier/application.entity';
import { Conflict } from '../features/admissions/dossier/conflict.entity';
import { CountryQuota } from '../features/places/country-quota.entity';
import { Enrolment } from '../features/places/enrolment.entity';
import { Offer } from '../features/places/offer.entity';
import { anEnrolment, anOffer, aQuota } from '../features/places/places.builder';
import { PlaceAllocation } from '../features/places/place-allocation';
import { WaitingListEntry } from '../features/places/waiting-list-entry.entity';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { aColleague, aCoordinator, anApplicant, anEditionOf, aPerson } from './fixtures';
import { describeOnEachDatabase, type TestApp } from './test-app';

const said = (name: string, website = '', country = 'ER') => ({ body: { name, country, website } });

/** Somebody with a place that counts for an institution of their own. */
async function aSeat(app: TestApp, editionId: string, country = 'HR') {
  const person = await anApplicant(app, editionId, { country, application: { state: 'ruled' } });
  const offer = anOffer(person.whose, { state: 'accepted', country, offeredAt: app.clock.now() });
  await app.build(Offer, offer);
  await app.build(Enrolment, anEnrolment(offer));
  return { ...person, offer };
}

describeOnEachDatabase('institutions', (app) => {
  it('are proposed by whoever misses theirs, who goes on at once; the same again is the same one', async () => {
    const { caller } = await aPerson(app());
    const first = await caller.call(
      proposeInstitution,
      said('Asmara Collège of Science', 'www.asmara-science.example/en'),
    );
    expect(first.body).toMatchObject({
      isNew: true,
      institution: { name: 'Asmara Collège of Science', website: 'https://www.asmara-science.example/en' },
    });
    const { id: institutionId } = first.body.institution;
    expect((await caller.call(changeMe, { body: { institutionId } })).status).toBe(204);
    expect((await caller.call(readMe)).body.institution).toMatchObject({ id: institutionId });

    const other = (await aPerson(app())).caller;
    for (const again of [
      said('ASMARA COLLEGE  of science'),
      said('Asmara Science College', 'http://asmara-science.example'),
      said('Ásmara college of Science', '', 'ER'),
    ])
      expect((await other.call(proposeInstitution, again)).body).toMatchObject({
        isNew: false,
        institution: { id: institutionId },
      });
    expect((await other.call(proposeInstitution, said('Asmara College of Science', '', 'ET'))).body.isNew).toBe(true);
    expect((await other.call(searchInstitutions, { query: { name: 'asmara' } })).body.items).toEqual([]);
    expect(
      (
        await app()
          .visitor()
          .call(searchInstitutions, { query: { name: 'asmara' } })
      ).status,
    ).toBe(401);
  });

  it('proposed by many at once are one', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => aPerson(app())));
    const spelled = ['Halhale Collège', 'HALHALE COLLEGE', 'Halhale  college', 'Halhalé College'];
    const answers = await Promise.all(
      people.map(({ caller }, at) =>
        caller.call(proposeInstitution, said(spelled[at % 4] as string, 'https://halhale.example')),
      ),
    );
    expect(new Set(answers.map(({ body }) => body.institution.id)).size).toBe(1);
    const elsewhere = await Promise.all(
      people.map(({ caller }, at) => caller.call(proposeInstitution, said(`College ${at} of Keren`, 'keren.example'))),
    );
    expect(new Set(elsewhere.map(({ body }) => body.institution.id)).size).toBe(1);
  });

  it('are not proposed without end, without a name, in no country or with a script for a website', async () => {
    const { caller } = await aPerson(app());
    for (let at = 0; at < 5; at += 1)
      expect((await caller.call(proposeInstitution, said(`Invented ${at} ${newId()}`))).status).toBe(201);
    expect((await caller.call(proposeInstitution, said(`Invented ${newId()}`))).body.code).toBe(
      'accounts.too-many-proposals',
    );
    const websites = [
      'javascript:alert(1)',
      'not a site',
      'https://cimea.it@evil.example/',
      'cimea.it\u202E.example',
      'cimea.it/\u0000',
      'cimea\u200B.it',
    ];
    const wrong = [said('  '), said('A', '', 'ZZ'), ...websites.map((website) => said('A', website))];
    for (const one of wrong)
      expect((await (await aPerson(app())).caller.call(proposeInstitution, one)).body.code).toBe('common.bad-input');
  });

  it('are found by any of their names in any spelling, the closest first, page by page', async () => {
    const word = `zz${newId().slice(-8).replace(/\d/g, 'x')}`;
    const rows = Array.from({ length: 60 }, (_, at) =>
      anInstitution({ name: `Àcademy ${String(at).padStart(2, '0')} ${word}`, country: 'IT' }),
    );
    await app().build(
      Institution,
      ...rows,
      anInstitution({ name: word.toUpperCase(), country: 'IT' }),
      anInstitution({ name: `${word} 100%_`, country: 'IT' }),
    );
    const { caller: visitor } = await aPerson(app());
    const first = (await visitor.call(searchInstitutions, { query: { name: ` ${word} ` } })).body;
    expect(first.items.slice(0, 3).map(({ name }) => name)).toEqual([
      word.toUpperCase(),
      `${word} 100%_`,
      `Àcademy 00 ${word}`,
    ]);
    const second = (await visitor.call(searchInstitutions, { query: { name: word, after: first.next ?? '' } })).body;
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 12, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(62);
    expect((await visitor.call(searchInstitutions, { query: { name: `ACADEMY 07 ${word}` } })).body.items).toHaveLength(
      1,
    );
    expect((await visitor.call(searchInstitutions, { query: { name: `${word} 100%` } })).body.items).toHaveLength(1);
    expect((await visitor.call(searchInstitutions, { query: { name: word, after: 'nonsense' } })).status).toBe(400);
  });

  it('are listed, added, corrected and confirmed by coordinators', async () => {
    const { caller, account } = await aPerson(app(), {}, { givenName: 'Yonas', familyName: 'Haile' });
    const name = `Massawa ${newId()}`;
    const { id: institutionId } = (await caller.call(proposeInstitution, said(name, '', 'ET'))).body.institution;
    await caller.call(changeMe, { body: { institutionId } });
    const coordinator = await aCoordinator(app());
    const waiting = (await coordinator.call(listInstitutions, { query: { q: name, state: 'proposed' } })).body;
    expect(waiting.items).toMatchObject([
      { id: institutionId, proposedBy: `${account.givenName} ${account.familyName}`, people: 1 },
    ]);

    const corrected = said(`${name} Polytechnic`, `https://${institutionId}.example`);
    expect((await coordinator.call(changeInstitution, { params: { institutionId }, ...corrected })).status).toBe(204);
    expect((await coordinator.call(searchInstitutions, { query: { name } })).body.items).toMatchObject([
      { id: institutionId, country: 'ER' },
    ]);
    expect((await coordinator.call(listInstitutions, { query: { q: name, state: 'proposed' } })).body.items).toEqual(
      [],
    );
    expect(
      (await coordinator.call(addInstitution, said('Quite another', `http://www.${institutionId}.example/it`))).body
        .code,
    ).toBe('accounts.institution-known');
    expect((await coordinator.call(addInstitution, said(`Added ${newId()}`))).status).toBe(201);
    const { caller: nobody } = await aPerson(app());
    expect((await nobody.call(listInstitutions)).status).toBe(403);
  });

  it('become one: people, applications, places and other spellings', async () => {
    const { id: editionId } = await anEditionOf(app());
    await app().build(CountryQuota, aQuota(editionId, { peoplePerInstitution: 2 }));
    const [from, into] = [await aSeat(app(), editionId), await aSeat(app(), editionId)];
    const coordinator = await aCoordinator(app());
    const merge = { params: { institutionId: from.institution.id }, body: { intoId: into.institution.id } };
    expect((await coordinator.call(mergeInstitutions, merge)).status).toBe(204);

    const institutionId = into.institution.id;
    expect((await from.caller.call(readMe)).body.institution?.id).toBe(institutionId);
    for (const entity of [Application, Offer, Enrolment])
      expect(await app().rows(entity, { accountId: from.account.id })).toMatchObject([{ institutionId }]);
    expect(await app().rows(Account, { id: from.account.id })).toMatchObject([{ institutionId }]);
    const again = await (await aPerson(app())).caller.call(proposeInstitution, said(from.institution.name, '', 'HR'));
    expect(again.body).toMatchObject({ isNew: false, institution: { id: institutionId } });
    expect((await coordinator.call(mergeInstitutions, merge)).body.code).toBe('accounts.merged-already');
    expect((await coordinator.call(mergeInstitutions, { ...merge, params: { institutionId } })).body.code).toBe(
      'accounts.merge-with-itself',
    );
    // Somebody with the old institution on their screen gets the one into which it was merged.
    const { caller } = await aPerson(app());
    await caller.call(changeMe, { body: { institutionId: from.institution.id } });
    expect((await caller.call(readMe)).body.institution?.id).toBe(institutionId);
    const renamed = { params: { institutionId }, body: { name: from.institution.name, country: 'HR', website: '' } };
    expect((await coordinator.call(changeInstitution, renamed)).status).toBe(204);
  });

  it('become one where a third has the website that they share', async () => {
    const website = `https://${newId()}.example`;
    const host = new URL(website).host;
    const [from, into, third] = await app().build(
      Institution,
      { ...anInstitution({ website }), hostKey: null },
      anInstitution({ website: null }),
      anInstitution({ website }),
    );
    const coordinator = await aCoordinator(app());
    expect(
      (await coordinator.call(mergeInstitutions, { params: { institutionId: from!.id }, body: { intoId: into!.id } }))
        .status,
    ).toBe(204);
    expect(await app().rows(Institution, { id: into!.id })).toMatchObject([
      { website, host, hostKey: null, state: 'confirmed' },
    ]);
    expect(await app().rows(Institution, { id: third!.id })).toMatchObject([{ hostKey: `HR ${host}` }]);
  });

  it('are listed one after the other where nothing is searched, without sorting all of them', async () => {
    const { read } = app().database;
    await app().build(Institution, ...Array.from({ length: 120 }, () => anInstitution()));
    const coordinator = await aCoordinator(app());
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const { body } = await coordinator.call(listInstitutions, { query: { after } });
      seen.push(...body.items.map(({ id }) => id));
      after = body.next ?? undefined;
      more = body.next !== null;
    }
    const all = (await app().rows(Institution)).filter(({ state }) => state !== 'merged');
    const byName = (one: Institution, other: Institution) =>
      one.folded < other.folded ? -1 : one.folded > other.folded ? 1 : one.id < other.id ? -1 : 1;
    expect(seen).toEqual(all.sort(byName).map(({ id }) => id));

    const at = all.find(({ id }) => id === seen.at(-60));
    const last = JSON.stringify([0, at?.state, at?.folded, at?.id]);
    // MariaDB sorts as few as these are, and reads the index where there are many.
    if (!app().database.isSqlite) return;
    for (const search of [{ state: 'confirmed' }, { state: 'confirmed', after: last }, {}, { after: last }] as const) {
      const [sql, values] = pageOf(read, { words: '', ...search }).getQueryAndParameters();
      expect(JSON.stringify(await read.query(`EXPLAIN QUERY PLAN ${sql}`, values))).not.toContain(
        'TEMP B-TREE FOR ORDER BY',
      );
    }
  });

  it('are sorted by name or status and narrowed to a country, page by page, in as many statements for few as for many', async () => {
    const coordinator = await aCoordinator(app());
    const word = newId();
    const institutions = Array.from({ length: 60 }, (_, count) =>
      anInstitution({
        name: `${word} ${count % 7} ${count}`,
        country: count % 3 ? 'MT' : 'IS',
        state: count % 4 ? 'confirmed' : 'proposed',
      }),
    );
    const read = (query: object) => coordinator.call(listInstitutions, { query: { q: word, ...query } });
    await app().build(Institution, ...institutions.slice(0, 2));
    const [{ state, folded, id }] = institutions as [Institution];
    const few = await read({ sort: 'name' });
    const fewBehind = await read({ sort: 'name', after: JSON.stringify([0, state, folded, id]) });
    await app().build(Institution, ...institutions.slice(2));
    const ordered = (key: (one: Institution) => string) =>
      institutions.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ id }) => id);
    const byName = ordered(({ folded }) => folded);
    const byState = ordered(({ state, folded }) => `${state} ${folded}`);
    for (const [sort, expected] of [
      ['name', byName],
      ['-name', byName.toReversed()],
      ['state', byState],
      ['-state', byState.toReversed()],
    ] as const) {
      const first = await read({ sort });
      const second = await read({ sort, after: first.body.next });
      expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(expected);
      expect([first.statements, second.statements]).toEqual([few.statements, fewBehind.statements]);
    }
    const { body } = await read({ country: 'IS', state: 'proposed', sort: 'name' });
    expect([body.total, body.items.every(({ country, state }) => country === 'IS' && state === 'proposed')]).toEqual([
      5,
      true,
    ]);
    expect(body.countries).toEqual(expect.arrayContaining(['HR', 'IS', 'MT'].map((country) => ({ country }))));
  });

  it('do not become one where that would hold more places than one may have, and change nothing', async () => {
    const edition = await anEditionOf(app());
    await app().build(CountryQuota, aQuota(edition.id, { peoplePerInstitution: 1 }));
    const [from, into] = [await aSeat(app(), edition.id), await aSeat(app(), edition.id)];
    const answer = await (
      await aCoordinator(app())
    ).call(mergeInstitutions, {
      params: { institutionId: from.institution.id },
      body: { intoId: into.institution.id },
    });
    expect([answer.status, answer.body.code]).toEqual([409, 'places.move-institution-full']);
    expect(answer.body.detail).toContain(edition.name);
    expect(await app().rows(Account, { id: from.account.id })).toMatchObject([{ institutionId: from.institution.id }]);
  });

  it('that become one leave a place of the quota to who waits', async () => {
    const edition = await anEditionOf(app());
    await app().build(CountryQuota, aQuota(edition.id, { institutions: 2, peoplePerInstitution: 2 }));
    const [from, into] = [await aSeat(app(), edition.id), await aSeat(app(), edition.id)];
    const waits = await anApplicant(app(), edition.id);
    await app()
      .get(Transaction)
      .run((tx) =>
        app()
          .get(PlaceAllocation)
          .hold(tx, { ...waits.whose, country: 'HR', appliedAt: app().clock.now() }),
      );
    expect(await app().rows(WaitingListEntry, { accountId: waits.account.id })).toHaveLength(1);
    await (
      await aCoordinator(app())
    ).call(mergeInstitutions, {
      params: { institutionId: from.institution.id },
      body: { intoId: into.institution.id },
    });
    expect(await app().rows(Offer, { accountId: waits.account.id })).toMatchObject([{ state: 'open' }]);
  });

  it('that become one close an application to members who work there, and moving away undoes nothing', async () => {
    const { id: editionId } = await anEditionOf(app());
    const member = await aColleague(app(), { editions: [{ editionId, role: 'member' }] });
    const { whose, institution, application } = await anApplicant(app(), editionId);
    expect((await member.caller.call(readDossier, { params: whose })).status).not.toBe(404);
    await (
      await aCoordinator(app())
    ).call(mergeInstitutions, { params: { institutionId: institution.id }, body: { intoId: member.institution.id } });
    expect(await app().rows(Conflict, { applicationId: application.id })).toMatchObject([
      { accountId: member.account.id, ground: 'same-institution' },
    ]);
    await member.caller.call(changeMe, { body: { institutionId: null } });
    expect((await member.caller.call(readDossier, { params: whose })).status).toBe(404);
  });

  it('whose country is corrected count there, where there is room', async () => {
    const { id: editionId } = await anEditionOf(app());
    await app().build(CountryQuota, aQuota(editionId), aQuota(editionId, { country: 'IT', institutions: 1 }));
    const [wrong, italian] = [await aSeat(app(), editionId), await aSeat(app(), editionId, 'IT')];
    const coordinator = await aCoordinator(app());
    const change = {
      params: { institutionId: wrong.institution.id },
      body: { name: wrong.institution.name, country: 'IT', website: '' },
    };
    expect((await coordinator.call(changeInstitution, change)).body.code).toBe('places.move-country-full');
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Offer, { id: italian.offer.id }, { state: 'withdrawn' }));
    expect((await coordinator.call(changeInstitution, change)).status).toBe(204);
    for (const entity of [Application, Offer, Enrolment])
      expect(await app().rows(entity, { accountId: wrong.account.id })).toMatchObject([{ country: 'IT' }]);
  });

  it('merged across each other, and while people move there, end as one', async () => {
    const [one, other] = await app().build(Institution, anInstitution(), anInstitution());
    const people = await Promise.all(Array.from({ length: 6 }, () => aPerson(app())));
    const coordinator = await aCoordinator(app());
    const merge = (from: Institution, into: Institution) =>
      coordinator.call(mergeInstitutions, { params: { institutionId: from.id }, body: { intoId: into.id } });
    const moves = people.map(({ caller }, at) =>
      caller.call(changeMe, { body: { institutionId: (at % 2 ? one : other)!.id } }),
    );
    const [merges, moved] = await Promise.all([
      Promise.all([merge(one!, other!), merge(other!, one!)]),
      Promise.all(moves),
    ]);
    expect(merges.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(moved.map(({ status }) => status)).toEqual(Array(6).fill(204));
    const left = (await app().rows(Institution)).find(
      ({ id, state }) => [one!.id, other!.id].includes(id) && state === 'confirmed',
    );
    for (const { account } of people)
      expect(await app().rows(Account, { id: account.id })).toMatchObject([{ institutionId: left?.id }]);
  });
});
