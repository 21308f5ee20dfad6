import { workStates } from '@libretto/domain';
import fc from 'fast-check';
import { newId } from '../platform/database/new-id';
import { Transaction, type Tx } from '../platform/database/transaction';
import { aCourse, aWaitingWork } from './course';
import { aPerson } from './fixtures';
import { describeOnEachDatabase, type TestApp } from './test-app';
import { Account } from '../features/accounts/account/account.entity';
import { Enrolment } from '../features/places/enrolment.entity';
import { briefsOf } from '../features/project-work/work/briefs';
import { Participation } from '../features/project-work/work/participation';
import { GroupMember, groupCalled, ProjectGroup } from '../features/project-work/work/project-group.entity';
import { aGroup, aWork } from '../features/project-work/work/project-work.builder';
import { Marking, Work } from '../features/project-work/work/work.entity';
import { ListedWorks } from '../features/project-work/marking/listed-works';
import { PlannedMarker } from '../features/project-work/marking/planned-marker.entity';
import { SecondLook } from '../features/project-work/marking/second-look.entity';
import { WorkListing, WorkListingCount } from '../features/project-work/marking/work-listing.entity';

const moments = [new Date('2026-11-20T09:00:00Z'), new Date('2026-11-23T10:00:00.123Z')] as const;
const at = moments[0];

/** Five works of three groups and somebody who works alone, three markers, and a participant who is in no group. */
async function worksOfGroups(app: TestApp) {
  const { edition, participants, tutor } = await aCourse(app, 6);
  const editionId = edition.id;
  const others = [1, 2].map(() => aPerson(app, { editions: [{ editionId, role: 'tutor' }] }));
  const markers = [tutor, ...(await Promise.all(others))].map(({ account }) => account.id);
  const people = participants.map(({ enrolment, account }) => ({ enrolmentId: enrolment.id, accountId: account.id }));
  const works = [];
  for (const members of [people.slice(0, 2), people.slice(2, 4), people.slice(4, 5)])
    works.push(await aWaitingWork(app, editionId, members));
  const alone = aGroup(editionId, [], null);
  await app.build(ProjectGroup, alone.group);
  const groups = [...works.map(({ group }) => group), alone.group];
  const by = people[0]?.accountId ?? '';
  for (const group of [groups[0], alone.group])
    await app.build(Work, aWork({ group: group as ProjectGroup, by, fileId: '', at }, { attempt: 2 }).work);
  return { editionId, markers, people, groups, works, by };
}

type Course = Awaited<ReturnType<typeof worksOfGroups>>;
type Pick = <T>(among: readonly T[]) => T;
type Change = (tx: Tx, about: Course, pick: Pick) => Promise<unknown>;

const submissionOf = ({ works }: Course, pick: Pick) => {
  const { work, submission } = pick(works);
  return { workId: work.id, submissionId: submission.id };
};

/** Everything that a listing follows from; numbers choose whom and what. */
const changes: Record<string, Change> = {
  'a work moves on': (tx, { editionId, works }, pick) =>
    tx.manager.update(
      Work,
      { id: pick(works).work.id, editionId },
      { state: pick(workStates), planned: pick([0, 1, 2]), handedInAt: pick(moments), releasedAt: pick([null, at]) },
    ),
  'a work is handed in, or is gone': async (tx, { groups, by }, pick) => {
    const { work } = aWork({ group: pick(groups), by, fileId: '', at }, { attempt: 3, releasedAt: pick([null, at]) });
    const { affected } = await tx.manager.delete(Work, { groupId: work.groupId, attempt: 3 });
    if (!affected) await tx.insertMissing(Work, [work]);
  },
  'a work is of another group': async (tx, { groups }, pick) => {
    const [from, to] = [pick(groups).id, pick(groups).id];
    if (await tx.manager.existsBy(Work, { groupId: to, attempt: 2 })) return;
    await tx.manager.update(Work, { groupId: from, attempt: 2 }, { groupId: to });
  },
  'somebody marks': (tx, about, pick) =>
    tx.insertMissing(Marking, [
      {
        id: newId(),
        ...submissionOf(about, pick),
        markerId: pick(about.markers),
        outcome: 'passed',
        rubric: [],
        comment: 'Sound.',
        at,
        ...{ grade: null, professorId: null, points: null, mostPoints: null, mustChange: null, stays: null },
      },
    ]),
  'somebody is asked to mark, or no more': async (tx, about, pick) => {
    const plan = { workId: submissionOf(about, pick).workId, markerId: pick(about.markers) };
    const { affected } = await tx.manager.delete(PlannedMarker, plan);
    if (!affected) await tx.insertMissing(PlannedMarker, [{ id: newId(), ...plan }]);
  },
  'a second look is wanted': (tx, about, pick) =>
    tx.insertMissing(SecondLook, [
      {
        id: newId(),
        workId: submissionOf(about, pick).workId,
        kind: pick(['moderation', 'appeal'] as const),
        askedBy: about.by,
        askedAt: at,
        ...{ asked: null, lookerId: null, outcome: null, grade: null, professorId: null },
        ...{ beforeOutcome: null, beforeGrade: null, reason: null, at: null },
      },
    ]),
  'somebody looks': (tx, about, pick) =>
    tx.manager.update(
      SecondLook,
      { workId: submissionOf(about, pick).workId, kind: pick(['moderation', 'appeal'] as const) },
      { lookerId: pick([...about.markers, null]) },
    ),
  'a group is called otherwise': (tx, { groups }, pick) =>
    tx.manager.update(ProjectGroup, { id: pick(groups).id }, groupCalled(pick(['Žagar', 'Łoś 10', '𝒢 😀', null]))),
  'somebody joins a group, or leaves it': async (tx, { groups, people }, pick) => {
    const [{ id: groupId, briefId }, { enrolmentId }] = [pick(groups), pick(people)];
    const { affected } = await tx.manager.delete(GroupMember, { enrolmentId });
    if (!affected) await tx.insertMissing(GroupMember, [{ id: newId(), groupId, enrolmentId, briefId }]);
  },
  'somebody is called otherwise': (tx, { people }, pick) =>
    tx.manager.update(
      Account,
      { id: pick(people).accountId },
      { listedAs: pick(['zagar ana', 'aa bo', 'x'.repeat(200)]) },
    ),
  'nothing that a list shows': (tx, { groups }, pick) =>
    tx.manager.update(Work, { groupId: pick(groups).id }, { lateDays: pick([1, 2]) }),
};

/** The listing as it would be made from nothing, by another way than that of the triggers. */
async function dueListing(app: TestApp, { editionId, markers }: Course): Promise<WorkListing[]> {
  const [works, markings, plans, looks, groups, members, enrolments, accounts] = await Promise.all([
    app.rows(Work, { editionId }),
    app.rows(Marking),
    app.rows(PlannedMarker),
    app.rows(SecondLook),
    app.rows(ProjectGroup),
    app.rows(GroupMember),
    app.rows(Enrolment),
    app.rows(Account),
  ]);
  const namesOf = (groupId: string): string => {
    const accountIds = members
      .filter((member) => member.groupId === groupId)
      .map(({ enrolmentId }) => enrolments.find(({ id }) => id === enrolmentId)?.accountId);
    const names = accountIds.map((accountId) => accounts.find(({ id }) => id === accountId)?.listedAs ?? '').sort();
    const all = [groups.find(({ id }) => id === groupId)?.listedAs ?? '', ...names].join(' ').trim();
    return [...all].slice(0, 500).join('');
  };
  return works.flatMap((work) => {
    const of = <Row extends { workId: string }>(rows: Row[]) => rows.filter(({ workId }) => workId === work.id);
    const isForAll = (work.state === 'handed-in' && work.planned === 0) || work.state === 'deciding';
    const isLookWanted = of(looks).some(({ lookerId }) => lookerId === null);
    const waitsFor = (person: string): boolean => {
      const hasMarked = of(markings).some(({ markerId }) => markerId === person);
      if (hasMarked) return work.state === 'differing';
      const isAsked = of(plans).some(({ markerId }) => markerId === person) && work.state === 'handed-in';
      const hasLooked = of(looks).some(({ lookerId }) => lookerId === person);
      return isForAll || isAsked || (isLookWanted && !hasLooked);
    };
    const waits = isForAll || isLookWanted;
    const names = namesOf(work.groupId);
    const row = {
      editionId,
      briefId: work.briefId,
      workId: work.id,
      groupId: work.groupId,
      stateNumber: workStates.indexOf(work.state),
      handedInAt: work.handedInAt,
      listedAs: names,
      maskedAs: work.releasedAt ? names : work.id.slice(30),
    };
    const own = markers.filter((person) => waitsFor(person) !== waits);
    return [{ ...row, markerId: '', waits }, ...own.map((markerId) => ({ ...row, markerId, waits: !waits }))];
  });
}

/** Compares the listing and its counts with what is due. */
async function expectDue(app: TestApp, about: Course): Promise<WorkListing[]> {
  const { editionId } = about;
  const kept = await app.rows(WorkListing, { editionId });
  expect(inOrder(kept)).toEqual(inOrder(await dueListing(app, about)));
  const forAll = kept.filter(({ markerId }) => markerId === '');
  const waiting = forAll.filter(({ waits }) => waits).length;
  const counts = await app.rows(WorkListingCount, { editionId });
  expect(counts).toMatchObject([{ waiting, others: forAll.length - waiting }]);
  return kept;
}

const inOrder = (rows: readonly WorkListing[]) =>
  rows.map((row) => ({ ...row })).sort((a, b) => (a.workId + a.markerId < b.workId + b.markerId ? -1 : 1));

const steps = fc.array(
  fc.record({
    name: fc.constantFrom(...Object.keys(changes)),
    picks: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 12 },
);

const doing = (app: TestApp, about: Course, { name, picks }: { name: string; picks: number[] }) =>
  app.get(Transaction).run(async (tx) => {
    let turn = 0;
    await changes[name]?.(tx, about, (among) => among[(picks[turn++ % picks.length] ?? 0) % among.length] as never);
  });

/** The place of a row, as bytes that compare as it does. */
const placeBy = (row: WorkListing, sort: string | undefined): Buffer => {
  const by = sort?.endsWith('group') ? row.listedAs : sort?.endsWith('state') ? String(row.stateNumber) : '';
  return Buffer.from([by, row.handedInAt.toISOString(), row.workId].join('\0'));
};

describeOnEachDatabase('the works that are listed for markers', (app) => {
  it('are what they follow from says, whatever changes and in whichever order', async () => {
    const about = await worksOfGroups(app());
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, async (some) => {
        for (const step of some) await doing(app(), about, step);
        for (const { markerId, waits } of await expectDue(app(), about))
          reached.add(`${markerId ? 'own' : 'all'} ${waits}`);
      }),
      // Always the same changes, so that what they reach can be said.
      { numRuns: 60, seed: 7, endOnFailure: true },
    );
    expect([...reached].sort()).toEqual(['all false', 'all true', 'own false', 'own true']);
  }, 180_000);

  it('are so too where changes pass each other', async () => {
    const about = await worksOfGroups(app());
    await fc.assert(
      fc.asyncProperty(steps, async (some) => {
        await Promise.all(some.map((step) => doing(app(), about, step)));
        await expectDue(app(), about);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 180_000);

  it('come page by page to each marker in every order, those that wait and all others', async () => {
    const about = await worksOfGroups(app());
    const edition = await app().get(Participation).edition(about.editionId);
    const listed = app().get(ListedWorks);
    await fc.assert(
      fc.asyncProperty(steps, async (some) => {
        for (const step of some) await doing(app(), about, step);
        const rows = await dueListing(app(), about);
        for (const accountId of about.markers) {
          const own = rows.filter(({ markerId }) => markerId === accountId);
          const others = rows.filter(
            ({ markerId, workId }) => markerId === '' && !own.some((row) => row.workId === workId),
          );
          const listing = { actor: { accountId, organisation: [], editions: [] }, edition, briefs: briefsOf(edition) };
          const those = (waits: boolean) => [...own, ...others].filter((row) => row.waits === waits);
          expect(await listed.count(listing)).toEqual({ waiting: those(true).length, others: those(false).length });
          for (const waits of [true, false])
            for (const q of ['a', 'o', 'kov', 'group 1']) {
              const due = those(waits).filter(({ listedAs }) => q.split(' ').every((word) => listedAs.includes(word)));
              expect(await listed.found(listing, { waits, q })).toBe(due.length);
            }
          for (const waits of [true, false])
            for (const sort of [undefined, '-handed-in', 'group', '-group', 'state', '-state'] as const) {
              const found: string[] = [];
              for (let after: string | undefined, isMore = true; isMore;) {
                const page = await listed.page(listing, { waits, sort }, { after, size: 2 });
                found.push(...page.workIds);
                isMore = page.next !== null;
                after = page.next ?? undefined;
              }
              const due = those(waits).map((row) => [placeBy(row, sort), row.workId] as const);
              due.sort(([one], [other]) => (sort?.startsWith('-') ? -1 : 1) * Buffer.compare(one, other));
              expect(found).toEqual(due.map(([, workId]) => workId));
            }
        }
      }),
      { numRuns: 6, seed: 3, endOnFailure: true },
    );
  }, 180_000);
});
