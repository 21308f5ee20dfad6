import * as fc from 'fast-check';
import type { Tx } from '../platform/database/transaction';
import { Transaction } from '../platform/database/transaction';
import { newId } from '../platform/database/new-id';
import { aColleague, anEditionOf, publishedAgain } from './fixtures';
import { describeOnEachDatabase, type TestApp } from './test-app';
import { Account } from '../features/accounts/account/account.entity';
import { Institution } from '../features/accounts/institutions/institution.entity';
import { EditionRole } from '../features/accounts/roles/roles.entity';
import { Edition } from '../features/editions/edition.entity';
import { ProgrammeVersion } from '../features/programmes/programme-version.entity';
import { AssignmentRun } from '../features/admissions/assignment/assignment-run.entity';
import { Appeal } from '../features/admissions/appeal/appeal.entity';
import { Assignment } from '../features/admissions/assignment/assignment.entity';
import {
  aDeclaration,
  aFinding,
  anApplication,
  aRuling,
  aVote,
} from '../features/admissions/dossier/application.builder';
import { Application } from '../features/admissions/dossier/application.entity';
import { Conflict } from '../features/admissions/dossier/conflict.entity';
import { Declaration } from '../features/admissions/dossier/declaration.entity';
import { Finding } from '../features/admissions/dossier/finding.entity';
import { Ruling } from '../features/admissions/dossier/ruling.entity';
import { Vote } from '../features/admissions/dossier/vote.entity';
import { DeskEntries } from '../features/admissions/commission/desk-entries';
import { DeskChange, DeskCount, DeskEntry } from '../features/admissions/commission/desk-entry.entity';
import { ViewedVersion } from '../features/admissions/commission/viewed-version.entity';

const at = new Date('2026-11-20T09:00:00Z');
const moments = [new Date('2026-10-01T09:00:00Z'), at, new Date('2026-11-23T09:00:00Z')] as const;

/** A commission of four, and eight applicants: two wait, four can be ruled on and appeal, two have not submitted. */
async function aCommission(app: TestApp) {
  const { id: editionId, programmeVersionId } = await anEditionOf(app);
  const roles = ['chair', 'deputy', 'member', 'member'] as const;
  const seats = await Promise.all(roles.map((role) => aColleague(app, { editions: [{ editionId, role }] })));
  const people = await Promise.all(Array.from({ length: 8 }, () => aColleague(app)));
  const states = ['submitted', 'submitted', 'draft', 'draft'] as const;
  const applications = people.map(({ account: { id, institutionId } }, number) =>
    anApplication(
      { editionId, accountId: id, institutionId },
      { state: states[number] ?? 'under-review', submittedAt: number ? null : at },
    ),
  );
  await app.build(Application, ...applications);
  const [runById] = seats;
  const run = {
    id: newId(),
    editionId,
    number: 1,
    byId: runById?.account.id ?? '',
    at: new Date(),
    readBy: '2026-12-01',
  };
  await app.build(AssignmentRun, run);
  const ruled = applications.slice(4);
  for (const { id: applicationId } of ruled) {
    const voters = seats.slice(0, 2).map(({ account }) => account.id);
    await app.build(Vote, ...voters.map((accountId) => aVote({ applicationId, accountId })));
    await app.build(Appeal, { id: newId(), applicationId, statement: 'Three years were not counted.', at });
    await app.build(Ruling, aRuling({ applicationId, byId: voters[0] ?? '' }, { castVotes: 2 }));
  }
  const [version] = await app.rows(ProgrammeVersion, { id: programmeVersionId });
  const [newest] = await publishedAgain(app, version as ProgrammeVersion);
  return {
    editionId,
    members: seats.map(({ account }) => account),
    applicants: people.map(({ account }) => account),
    institutions: [...seats, ...people].map(({ institution }) => institution),
    applications,
    ruled,
    runId: run.id,
    versions: [programmeVersionId, newest?.id ?? ''],
  };
}

type Commission = Awaited<ReturnType<typeof aCommission>>;

/** Something that changes what desks follow from; numbers choose whom and what. */
type Change = (tx: Tx, about: Commission, pick: <T>(among: readonly T[]) => T) => Promise<unknown>;

const pairOf = ({ applications, members }: Commission, pick: <T>(among: readonly T[]) => T) => ({
  applicationId: pick(applications).id,
  accountId: pick(members).id,
});

const nobodySaid = { reason: null, byId: null, endedAt: null, endedById: null, endedBecause: null };

const changes: Record<string, Change> = {
  'an application moves on': (tx, { applications, ruled }, pick) => {
    const { id } = pick(applications.filter((one) => !ruled.includes(one)));
    const state = pick(['draft', 'submitted', 'under-review', 'returned', 'withdrawn'] as const);
    return tx.manager.update(Application, { id }, { state, version: pick([1, 2, 3]), submittedAt: pick(moments) });
  },
  'an application is ruled on, or appeals': async (tx, { ruled }, pick) => {
    const { id, state } = await tx.lock(Application, pick(ruled).id);
    if (state === 'under-review') await tx.manager.update(Application, { id }, { state: 'ruled' });
    if (state === 'ruled') await tx.manager.update(Application, { id }, { state: 'appealed', round: 2, version: 2 });
  },
  'an application counts for another institution': (tx, { applications, institutions }, pick) =>
    tx.manager.update(
      Application,
      { id: pick(applications).id },
      { institutionId: pick(institutions).id, country: 'FR' },
    ),
  'an applicant names a referee': (tx, { applications, members }, pick) => {
    const { givenName, familyName, email } = pick(members);
    const referees = [{ name: `${givenName} ${familyName}`, institution: 'Elsewhere', email }];
    return tx.manager.update(Application, { id: pick(applications).id }, { referees: pick([null, referees]) as never });
  },
  'a member declares': async (tx, about, pick) => {
    const mine = pairOf(about, pick);
    const word = { inConflict: pick([true, false, false, false, false]), at: pick(moments) };
    if (await tx.manager.existsBy(Declaration, mine)) await tx.manager.update(Declaration, mine, word);
    else await tx.insertMissing(Declaration, [aDeclaration(mine, word)]);
  },
  'a member assesses': (tx, about, pick) =>
    tx.insertMissing(Finding, [
      aFinding(pairOf(about, pick), pick(['degree', 'english', 'another']), { round: pick([1, 2] as const) }),
    ]),
  'a member votes': (tx, about, pick) =>
    tx.insertMissing(Vote, [aVote(pairOf(about, pick), 'admit', { round: pick([1, 2] as const) })]),
  'a member looks': (tx, about, pick) =>
    tx.insertMissing(ViewedVersion, [{ id: newId(), ...pairOf(about, pick), version: pick([1, 2, 3]), at }]),
  'findings and looks are erased': async (tx, about, pick) => {
    const { applicationId } = pairOf(about, pick);
    await tx.manager.delete(Finding, { applicationId });
    await tx.manager.delete(ViewedVersion, { applicationId });
  },
  'a member is asked to read, or no more': async (tx, about, pick) => {
    const pair = pairOf(about, pick);
    const { affected } = await tx.manager.delete(Assignment, pair);
    if (!affected) await tx.insertMissing(Assignment, [{ id: newId(), ...pair, runId: about.runId }]);
  },
  'a conflict or a claim is kept': (tx, about, pick) =>
    tx.insertMissing(Conflict, [
      {
        id: newId(),
        ...pairOf(about, pick),
        ground: pick(['pinned', 'same-institution', 'named-referee', 'joined-institution'] as const),
        number: 1,
        at: pick(moments),
        ...nobodySaid,
      },
    ]),
  'a conflict is cleared': (tx, about, pick) =>
    tx.manager.update(Conflict, { applicationId: pick(about.applications).id }, { endedAt: pick([at, null]) }),
  'somebody takes a seat, or leaves it': async (tx, { editionId, members }, pick) => {
    const seat = { editionId, accountId: pick(members).id, role: pick(['chair', 'deputy', 'member'] as const) };
    const { affected } = await tx.manager.delete(EditionRole, seat);
    if (!affected) await tx.insertMissing(EditionRole, [{ id: newId(), ...seat }]);
  },
  'somebody changes their account': (tx, { members, applicants, institutions }, pick) => {
    const { id } = pick([...members, ...applicants]);
    const email = pick([`${id}@one.example`, `${id}@two.example`, `${id}@gmail.com`]);
    return tx.manager.update(
      Account,
      { id },
      { email, familyName: pick(['Žagar', 'Ana', 'Łoś']), institutionId: pick(institutions).id },
    );
  },
  'an institution is called otherwise': (tx, { institutions }, pick) =>
    tx.manager.update(Institution, { id: pick(institutions).id }, { name: pick(['Årsta', 'Zadar', 'Bari']) }),
  'two institutions become one': (tx, { institutions: [into, ...others] }, pick) =>
    tx.manager.update(Institution, { id: pick(others).id }, { mergedIntoId: pick([into?.id ?? null, null]) }),
  'the edition runs another version': (tx, { editionId, versions }, pick) =>
    tx.manager.update(Edition, { id: editionId }, { programmeVersionId: pick(versions) }),
  'nothing that a desk follows from': (tx, { members }, pick) =>
    tx.manager.update(Account, { id: pick(members).id }, { language: pick(['en', 'it']) }),
};

/** Every desk of an edition as it is kept, and as it would be made from nothing now. */
async function desksOf(app: TestApp, { editionId, applications }: Commission) {
  const due = await app.get(DeskEntries).of(
    editionId,
    applications.map(({ id }) => id),
  );
  const inOrder = (entries: DeskEntry[]) =>
    entries
      .map(({ id: _, ...entry }) => entry)
      .sort((a, b) => (a.applicationId + a.accountId < b.applicationId + b.accountId ? -1 : 1));
  const kept = await app.rows(DeskEntry, { editionId });
  const kinds = kept.map(({ accountId, step, turn, chairs }) => `${accountId} ${step} ${turn} ${chairs}`);
  // A count of none may stay behind its last entry.
  const counted = (await app.rows(DeskCount, { editionId })).flatMap(({ accountId, step, turn, chairs, number }) =>
    number ? [[`${accountId} ${step} ${turn} ${chairs}`, number] as const] : [],
  );
  expect(Object.fromEntries(counted)).toEqual(
    Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length])),
  );
  return { kept: inOrder(kept), due: inOrder(due) };
}

const steps = fc.array(
  fc.record({
    name: fc.constantFrom(...Object.keys(changes)),
    picks: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 12 },
);

const doing = (app: TestApp, about: Commission, { name, picks }: { name: string; picks: number[] }) =>
  app.get(Transaction).run(async (tx) => {
    let turn = 0;
    await changes[name]?.(tx, about, (among) => among[(picks[turn++ % picks.length] ?? 0) % among.length] as never);
  });

describeOnEachDatabase('the desks that are kept', (app) => {
  it('are what they follow from says, whatever changes and in whichever order', async () => {
    const about = await aCommission(app());
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, async (some) => {
        for (const step of some) await doing(app(), about, step);
        const { kept, due } = await desksOf(app(), about);
        for (const { step, mark, isAppeal, chairs, claims } of kept)
          for (const seen of [step, mark ?? '', isAppeal && 'appeal', chairs && 'chairs', ...claims])
            if (seen) reached.add(seen);
        expect(kept).toEqual(due);
      }),
      // Always the same changes, so that what they reach can be said.
      { numRuns: 40, seed: 5, endOnFailure: true },
    );
    expect(await app().rows(DeskChange)).toEqual([]);
    expect([...reached].sort()).toEqual(
      expect.arrayContaining(['appeal', 'chairs', 'new', 'returned', 'ruled', 'to-declare', 'to-find', 'voted']),
    );
  }, 120_000);

  it('are so too where changes pass each other', async () => {
    const about = await aCommission(app());
    await fc.assert(
      fc.asyncProperty(steps, async (some) => {
        await Promise.all(some.map((step) => doing(app(), about, step)));
        const { kept, due } = await desksOf(app(), about);
        expect(kept).toEqual(due);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 120_000);

  it('have nothing of what one is in conflict with, and of nobody who has left', async () => {
    const about = await aCommission(app());
    const [application] = about.applications as [Application];
    const [chair] = about.members as [Account];
    const desk = () => app().rows(DeskEntry, { applicationId: application.id });
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Application, { id: application.id }, { submittedAt: moments[0] }));
    expect(await desk()).toHaveLength(4);
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Account, { id: chair.id }, { institutionId: application.institutionId }));
    expect((await desk()).map(({ accountId }) => accountId)).not.toContain(chair.id);
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.delete(EditionRole, { editionId: about.editionId }));
    expect(await desk()).toEqual([]);
  });

  it('are made of what was there before, once the application starts', async () => {
    const about = await aCommission(app());
    await app()
      .get(Transaction)
      .run(async (tx) => {
        await tx.manager.delete(DeskEntry, { editionId: about.editionId });
        await tx.manager.delete(DeskCount, { editionId: about.editionId });
        await tx.insert(
          DeskChange,
          about.applications.map(({ id: applicationId }) => ({ applicationId })),
        );
      });
    const { kept, due } = await desksOf(app(), about);
    expect([kept.length > 0, kept]).toEqual([true, due]);
  });
});
