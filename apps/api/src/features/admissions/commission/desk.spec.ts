import { readConflicts, readDesk, readDossier, readRulings } from '@libretto/contracts';
import type { DeskStep } from '@libretto/domain';
import { Transaction } from '../../../platform/database/transaction';
import { aColleague, aCoordinator, anApplicant, anEditionOf } from '../../../testing/fixtures';
import { type Caller, describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { anAccount } from '../../accounts/account/account.builder';
import { anInstitution } from '../../accounts/institutions/institution.builder';
import { aDeclaration, aFinding, anApplication, aVote } from '../dossier/application.builder';
import { Application } from '../dossier/application.entity';
import { Declaration } from '../dossier/declaration.entity';
import { Finding } from '../dossier/finding.entity';
import { Vote } from '../dossier/vote.entity';

async function aCommission(app: TestApp) {
  const { id: editionId } = await anEditionOf(app);
  const seat = (role: 'chair' | 'deputy' | 'member') => aColleague(app, { editions: [{ editionId, role }] });
  return { editionId, chair: await seat('chair'), deputy: await seat('deputy'), ines: await seat('member') };
}

/** So many dossiers, each with a declaration, two findings and a vote of one member. In bulk, past every rule. */
async function dossiers(app: TestApp, editionId: string, accountId: string, number: number): Promise<Application[]> {
  const institutions = Array.from({ length: number }, () => anInstitution());
  const accounts = institutions.map(({ id }) => anAccount({ institutionId: id }));
  const applications = accounts.map(({ id, institutionId }) =>
    anApplication({ editionId, accountId: id, institutionId }, { state: 'under-review' }),
  );
  await app.build('Institution', ...institutions);
  await app.build('Account', ...accounts);
  await app.build(Application, ...applications);
  const by = applications.map(({ id }) => ({ applicationId: id, accountId }));
  await app.build(Declaration, ...by.map((one) => aDeclaration(one)));
  await app.build(Finding, ...by.flatMap((one) => ['degree', 'english'].map((criterion) => aFinding(one, criterion))));
  await app.build(Vote, ...by.map((one) => aVote(one)));
  return applications;
}

/** An empty database on the server, with the function that drops it. */
const lockForms = (app: TestApp, editionId: string) =>
  app
    .get(Transaction)
    .run((tx) => tx.manager.query(`UPDATE application SET form = 'not to be read' WHERE editionId = '${editionId}'`));

const openForm = (app: TestApp, { id, form }: Application) =>
  app.get(Transaction).run((tx) => tx.manager.update(Application, { id }, { form }));

describeOnEachDatabase('the desk', (app) => {
  it('opens 500 dossiers with as many statements as 5, and no form but the one that is read', async () => {
    const open = async (number: number) => {
      const { editionId, chair } = await aCommission(app());
      const [first, second] = await dossiers(app(), editionId, chair.account.id, number);
      await lockForms(app(), editionId);
      const coordinator = await aCoordinator(app());
      const params = { editionId };
      const desk = await chair.caller.call(readDesk, { params });
      const found = await chair.caller.call(readDesk, { params, query: { q: 'kovac', step: 'voted' } });
      const rulings = await chair.caller.call(readRulings, { params });
      await openForm(app(), second as Application);
      const dossier = await chair.caller.call(readDossier, {
        params: { editionId, applicationId: second?.id as string },
      });
      const conflicts = await coordinator.call(readConflicts, { params });
      expect(desk.body).toMatchObject({ voted: number, found: number });
      expect(desk.body.items).toHaveLength(Math.min(number, 50));
      expect(found.body.found).toBe(number);
      expect(rulings.body.items).toHaveLength(Math.min(number, 50));
      expect(dossier.body).toMatchObject({ previous: first?.id });
      expect(conflicts.status).toBe(200);
      return [desk, found, rulings, dossier, conflicts].map(({ statements }) => statements);
    };
    const few = await open(5);
    expect(await open(500)).toEqual(few);
    expect(Math.max(...few)).toBeLessThanOrEqual(8);
  });

  it('pages by key, within what one looks for', async () => {
    const { editionId, chair } = await aCommission(app());
    await dossiers(app(), editionId, chair.account.id, 230);
    const ids = new Set<string>();
    const sizes: number[] = [];
    let after: string | null | undefined;
    while (after !== null) {
      const { body } = await chair.caller.call(readDesk, {
        params: { editionId },
        query: { q: 'ana', ...(after ? { after } : {}) },
      });
      for (const { applicationId } of body.items) ids.add(applicationId);
      sizes.push(body.items.length);
      after = body.next;
    }
    expect([sizes, ids.size]).toEqual([[50, 50, 50, 50, 30], 230]);
    const rulings = await chair.caller.call(readRulings, { params: { editionId } });
    const second = await chair.caller.call(readRulings, {
      params: { editionId },
      query: { after: rulings.body.next as string },
    });
    expect(second.body.items).toHaveLength(50);
  });

  it('gives a deputy the few that the chair is in conflict with, on the first page', async () => {
    const { editionId, chair, deputy } = await aCommission(app());
    await dossiers(app(), editionId, chair.account.id, 120);
    const { application } = await anApplicant(app(), editionId, {
      application: { institutionId: chair.institution.id, submittedAt: new Date('2026-10-15T08:00:00Z') },
    });
    const { body } = await deputy.caller.call(readRulings, { params: { editionId } });
    expect(body.items.map(({ applicationId }) => applicationId)).toEqual([application.id]);
    expect(body.next).toBeNull();
  });
});

describeOnEachDatabase('a search on the desk', (app) => {
  const applies = (editionId: string, givenName: string, familyName: string, application: Partial<Application> = {}) =>
    anApplicant(app(), editionId, { account: { givenName, familyName }, application });
  const names = async (caller: Caller, editionId: string, query: { q?: string; step?: DeskStep }) =>
    (await caller.call(readDesk, { params: { editionId }, query })).body.items.map(({ name }) => name);

  it('finds by name and institution, whatever the accents and capitals', async () => {
    const { editionId, ines } = await aCommission(app());
    const { institution } = await applies(editionId, 'Đurđa', 'Kovačević');
    await applies(editionId, 'Jean', 'Łukasz');
    const found = (q: string) => names(ines.caller, editionId, { q });
    expect(await found('durda KOVACEVIC')).toEqual(['Đurđa Kovačević']);
    expect(await found('lukasz')).toEqual(['Jean Łukasz']);
    expect(await found(institution.name.toUpperCase())).toEqual(['Đurđa Kovačević']);
    expect(await found('   ')).toHaveLength(2);
  });

  it.each(["' OR '1'='1", '%', '_', '.*', '\\', '"; DROP TABLE application; --', '<script>', '\u0000', '🙈', '${7*7}'])(
    'takes %j for what it is',
    async (q) => {
      const { editionId, ines } = await aCommission(app());
      await applies(editionId, 'Ana', 'Kovač');
      const { status, body } = await ines.caller.call(readDesk, { params: { editionId }, query: { q } });
      expect([status, body.items, body.found, body.open]).toEqual([200, [], 0, 1]);
      expect(await names(ines.caller, editionId, {})).toEqual(['Ana Kovač']);
    },
  );

  it('refuses one that is too long, and a step that there is not', async () => {
    const { editionId, ines } = await aCommission(app());
    for (const query of [{ q: 'x'.repeat(101) }, { step: 'asleep' as DeskStep }])
      expect((await ines.caller.call(readDesk, { params: { editionId }, query })).status).toBe(422);
  });

  it('keeps to a step, and the counts to everything', async () => {
    const { editionId, ines } = await aCommission(app());
    const [voted, ruled] = [
      await applies(editionId, 'Vera', 'Voted'),
      await applies(editionId, 'Rita', 'Ruled', { state: 'ruled' }),
    ];
    await applies(editionId, 'Nora', 'New');
    for (const { application } of [voted, ruled]) {
      const by = { applicationId: application.id, accountId: ines.account.id };
      await app().build(Declaration, aDeclaration(by));
      await app().build(Finding, aFinding(by, 'degree'), aFinding(by, 'english'));
      await app().build(Vote, aVote(by));
    }
    expect(await names(ines.caller, editionId, { step: 'voted' })).toEqual(['Vera Voted']);
    expect(await names(ines.caller, editionId, { step: 'ruled', q: 'vera' })).toEqual([]);
    const { body } = await ines.caller.call(readDesk, { params: { editionId }, query: { step: 'to-declare' } });
    expect(body).toMatchObject({ found: 1, open: 3, toDeclare: 1, voted: 1, ruled: 1, items: [{ name: 'Nora New' }] });
  });

  it('sorts by what is asked, and next and previous follow', async () => {
    const { editionId, chair } = await aCommission(app());
    for (const name of ['Mila', 'Žana', 'Ana']) await applies(editionId, name, 'Kovač');
    const query = { sort: '-name' } as const;
    const { items } = (await chair.caller.call(readDesk, { params: { editionId }, query })).body;
    expect(items.map(({ name }) => name)).toEqual(['Žana Kovač', 'Mila Kovač', 'Ana Kovač']);
    const [first, middle, last] = items.map(({ applicationId }) => applicationId);
    const { body } = await chair.caller.call(readDossier, {
      params: { editionId, applicationId: middle ?? '' },
      query,
    });
    expect([body.previous, body.next]).toEqual([first, last]);
    const rulings = (
      await chair.caller.call(readRulings, { params: { editionId }, query: { q: 'kovac', sort: 'name' } })
    ).body;
    expect(rulings.items.map(({ name }) => name)).toEqual(['Ana Kovač', 'Mila Kovač', 'Žana Kovač']);
    expect((await chair.caller.call(readRulings, { params: { editionId }, query: { q: 'mila' } })).body).toMatchObject({
      chaired: 3,
      found: 1,
    });
  });

  it('finds nothing with which one is in conflict', async () => {
    const { editionId, ines } = await aCommission(app());
    const { account } = await anApplicant(app(), editionId, {
      account: { familyName: 'Secret' },
      application: { institutionId: ines.institution.id },
    });
    for (const q of ['secret', account.id, ines.institution.name])
      expect((await ines.caller.call(readDesk, { params: { editionId }, query: { q } })).body).toMatchObject({
        items: [],
        found: 0,
        open: 0,
        recused: 0,
      });
  });
});
