import { changeMe } from '@libretto/contracts';
import { anEditionOf, aParticipant } from './fixtures';
import { describeOnEachDatabase, type TestApp } from './test-app';
import { Institution } from '../features/accounts/institutions/institution.entity';
import { Transaction } from '../platform/database/transaction';
import { Enrolment } from '../features/places/enrolment.entity';
import { EnrolmentListing } from '../features/places/enrolment-listing.entity';
import { Participants, type ParticipantsAsked } from '../features/places/participants';

const names = [
  ['Žarko', 'Šimić'],
  ['Ana', 'Đurić'],
  ['Ana', 'Simic'],
  ['Suharto', ''],
  ['bo', 'zhang'],
] as const;

async function anEditionWithPeople(app: TestApp) {
  const { id: editionId } = await anEditionOf(app);
  const people: Awaited<ReturnType<typeof aParticipant>>[] = [];
  for (const [givenName, familyName] of names)
    people.push(await aParticipant(app, editionId, { givenName, familyName }));
  const participants = app.get(Participants);
  const nameOf = (id: string) => people.find(({ enrolment }) => enrolment.id === id)?.account.givenName;
  /** The given names in this order, page by page. */
  const inOrder = async (sort: string | undefined, asked: Partial<ParticipantsAsked> = {}, size = 2) => {
    const found: (string | undefined)[] = [];
    for (let after: string | undefined, isMore = true; isMore;) {
      const page = await participants.page({ editionId, ...asked, sort, after, size });
      expect(page.items.length).toBeLessThanOrEqual(size);
      found.push(...page.items.map(({ id }) => nameOf(id)));
      isMore = page.next !== null;
      after = page.next ?? undefined;
    }
    return found;
  };
  return { editionId, people, participants, inOrder };
}

describeOnEachDatabase('the participants of an edition', (app) => {
  it('come page by page in the order of their names, of their institutions or of their enrolments', async () => {
    const { people, inOrder } = await anEditionWithPeople(app());
    await app()
      .get(Transaction)
      .run(async (tx) => {
        for (const [at, { institution }] of people.entries())
          await tx.manager.update(Institution, { id: institution.id }, { folded: `institute ${9 - at}` });
      });
    expect(await inOrder('name')).toEqual(['Ana', 'Ana', 'Žarko', 'Suharto', 'bo']);
    expect(await inOrder('-name')).toEqual(['bo', 'Suharto', 'Žarko', 'Ana', 'Ana']);
    expect(await inOrder('institution')).toEqual(names.map(([given]) => given).reverse());
    expect(await inOrder(undefined)).toEqual(names.map(([given]) => given));
  });

  it('are found by words of names and institutions in any spelling, and by nothing else', async () => {
    const { editionId, people, participants, inOrder } = await anEditionWithPeople(app());
    await app()
      .get(Transaction)
      .run(async (tx) => {
        const id = people[4]?.institution.id ?? '';
        await tx.manager.update(Institution, { id }, { folded: 'simicevo sveuciliste' });
      });
    expect(await inOrder('name', { q: 'ŠIMIC' })).toEqual(['Ana', 'Žarko', 'bo']);
    expect(await inOrder('name', { q: 'simic bo' })).toEqual(['bo']);
    expect(await inOrder('name', { q: `%' OR 1 = 1 --` })).toEqual([]);
    expect(await inOrder('name', { q: people[0]?.account.email ?? '' })).toEqual([]);
    expect(await participants.count({ editionId, q: 'ana' })).toBe(2);
    expect(
      (await participants.all({ editionId, only: ['it.id = :one', { one: people[1]?.enrolment.id }] })).map(
        (one) => one.accountId,
      ),
    ).toEqual([people[1]?.account.id]);
  });

  it('are listed by their new name, and by what their institution has become', async () => {
    const { people, inOrder } = await anEditionWithPeople(app());
    await people[4]?.caller.call(changeMe, { body: { familyName: 'Aaltonen' } });
    expect((await inOrder('name'))[0]).toBe('bo');
    const [first, second] = people;
    await app()
      .get(Transaction)
      .run(async (tx) => {
        await tx.manager.update(Institution, { id: second?.institution.id }, { folded: 'zzz' });
        await tx.manager.update(
          Institution,
          { id: first?.institution.id },
          { mergedIntoId: second?.institution.id ?? null },
        );
      });
    expect((await inOrder('institution')).slice(-2).sort()).toEqual(['Ana', 'Žarko']);
  });

  it('are as many as are enrolled, each as the tables have them', async () => {
    const { people, participants, editionId } = await anEditionWithPeople(app());
    expect(await participants.count({ editionId })).toBe(people.length);
    expect(await app().rows(EnrolmentListing, { editionId })).toHaveLength(people.length);
    const [card] = (await participants.page({ editionId, size: 1 })).items;
    const [row] = await app().rows(Enrolment, { id: card?.id ?? '' });
    expect(card).toEqual({
      id: row?.id,
      editionId,
      accountId: row?.accountId,
      institutionId: row?.institutionId,
      country: row?.country,
      enrolledAt: row?.enrolledAt,
    });
  });
});
