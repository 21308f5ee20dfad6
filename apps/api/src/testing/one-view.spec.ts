import { setTimeout as pause } from 'node:timers/promises';
import { anAccount } from '../features/accounts/account/account.builder';
import { InstitutionDirectory, PeopleDirectory, RoleRegister } from '../features/accounts';
import { Account } from '../features/accounts/account/account.entity';
import { anInstitution } from '../features/accounts/institutions/institution.builder';
import { Institution } from '../features/accounts/institutions/institution.entity';
import { EditionRole } from '../features/accounts/roles/roles.entity';
import { ApplicationTally } from '../features/admissions';
import { anApplication } from '../features/admissions/dossier/application.builder';
import { Application } from '../features/admissions/dossier/application.entity';
import { CommissionPanels } from '../features/admissions/dossier/commission-panel';
import { Recusals } from '../features/admissions/dossier/recusals';
import { CompletionExplainer } from '../features/completion';
import { EditionDirectory } from '../features/editions';
import { anEdition } from '../features/editions/edition.builder';
import { Edition } from '../features/editions/edition.entity';
import { EnrolmentDirectory, PlaceAllocation } from '../features/places';
import { Enrolment } from '../features/places/enrolment.entity';
import { Offer } from '../features/places/offer.entity';
import { anEnrolment, anOffer } from '../features/places/places.builder';
import { ProgrammeQueries } from '../features/programmes';
import { aDefinition, aProgramme } from '../features/programmes/programme.builder';
import { Programme } from '../features/programmes/programme.entity';
import { ProgrammeVersion } from '../features/programmes/programme-version.entity';
import { ResultQueries, WorkTally } from '../features/project-work';
import { aGroup, aWork } from '../features/project-work/work/project-work.builder';
import { GroupMember, ProjectGroup } from '../features/project-work/work/project-group.entity';
import { Work } from '../features/project-work/work/work.entity';
import { AttendanceQueries } from '../features/schedule';
import { aSession } from '../features/schedule/session.builder';
import { Session } from '../features/schedule/timetable/session.entity';
import { Ledger } from '../features/workload';
import { aWorkloadEntry } from '../features/workload/workload-entry.builder';
import { WorkloadEntry } from '../features/workload/workload-entry.entity';
import { Transaction, type Tx } from '../platform/database/transaction';
import { Limits } from '../platform/limits/limits';
import { describeOnEachDatabase, type TestApp } from './test-app';

class Undone extends Error {}

/** A row in the tables of every feature, none of which is committed yet. */
async function somethingOfEverything(tx: Tx) {
  const { programme, version } = aProgramme(aDefinition());
  const edition = anEdition(version.id);
  const institution = anInstitution();
  const account = anAccount({ institutionId: institution.id });
  const whose = { editionId: edition.id, accountId: account.id, institutionId: institution.id };
  const application = anApplication(whose);
  const offer = anOffer({ ...whose, applicationId: application.id }, { state: 'accepted' });
  const enrolment = anEnrolment(offer);
  const role = { id: account.id, accountId: account.id, editionId: edition.id, role: 'chair' as const };
  const { group, members } = aGroup(edition.id, [enrolment.id]);
  const work = aWork({ group, by: account.id, fileId: account.id, at: enrolment.enrolledAt });
  for (const [entity, row] of [
    [Programme, programme],
    [ProgrammeVersion, version],
    [Edition, edition],
    [Institution, institution],
    [Account, account],
    [EditionRole, role],
    [Application, application],
    [Offer, offer],
    [Enrolment, enrolment],
    [WorkloadEntry, aWorkloadEntry({ enrolmentId: enrolment.id, byAccountId: account.id })],
    [Session, aSession({ editionId: edition.id, moduleNumber: 1 })],
    [ProjectGroup, group],
    [GroupMember, members[0]],
    [Work, work.work],
  ] as const)
    await tx.insert(entity, row as object);
  return { programme, edition, institution, account, application, enrolment };
}

type Ids = Awaited<ReturnType<typeof somethingOfEverything>>;

/** The number of answers of each directory. */
const doors = (app: TestApp, { programme, edition, institution, account, application, enrolment }: Ids) => ({
  people: async () => (await app.get(PeopleDirectory).byIds([account.id])).size,
  addresses: async () => (await app.get(PeopleDirectory).byAddresses([account.email])).size,
  institutions: async () => (await app.get(InstitutionDirectory).byIds([institution.id])).size,
  'roles of an edition': async () => (await app.get(RoleRegister).holders(edition.id, ['chair'])).length,
  'roles of a person': async () => (await app.get(RoleRegister).heldBy(account.id, 'chair')).length,
  programmes: async () => ((await app.get(ProgrammeQueries).latestById(programme.id)) ? 1 : 0),
  editions: async () => (await app.get(EditionDirectory).byIds([edition.id])).size,
  'the commission': async () => (await app.get(CommissionPanels).of(edition.id, [])).members.length,
  'applications of one’s own': async () => (await app.get(Recusals).of(account.id, edition.id)).size,
  applications: async () => (await app.get(ApplicationTally).byState(programme.id, edition.id)).length,
  'places that were offered': async () => (await app.get(PlaceAllocation).had([application.id])).size,
  enrolments: async () => (await app.get(EnrolmentDirectory).allOf(edition.id)).length,
  hours: async () => (await app.get(Ledger).entriesByModule([enrolment.id])).size,
  sessions: async () => (await app.get(AttendanceQueries).records([enrolment])).get(enrolment.id)?.length,
  completion: async () => (await app.get(CompletionExplainer).explain([enrolment])).size,
  'project work': async () => (await app.get(ResultQueries).of([enrolment.id])).size,
  groups: async () => (await app.get(WorkTally).of(edition.id)).size,
});

const all = async (asked: ReturnType<typeof doors>) => {
  const answers = await Promise.all(Object.entries(asked).map(async ([name, ask]) => [name, await ask()] as const));
  return Object.fromEntries(answers);
};

describeOnEachDatabase('a transaction', (app) => {
  const run = <T>(work: (tx: Tx) => Promise<T>) => app().get(Transaction).run(work);
  const everywhere = (asked: object, number: number) =>
    Object.fromEntries(Object.keys(asked).map((name) => [name, number]));

  it('is what whoever asks within it sees, at once and one after the other, and nobody else', async () => {
    let kept: Ids | undefined;
    const outcome = run(async (tx) => {
      kept = await somethingOfEverything(tx);
      const asked = doors(app(), kept);
      expect(await all(asked)).toEqual(everywhere(asked, 1));
      for (const ask of Object.values(asked)) expect(await ask()).toBe(1);
      expect(await app().database.beforehand(() => all(asked))).toEqual(everywhere(asked, 0));
      throw new Undone();
    });
    await expect(outcome).rejects.toThrow(Undone);
    const asked = doors(app(), kept as Ids);
    expect(await all(asked)).toEqual(everywhere(asked, 0));
  });

  it('is seen by none that runs at the same time', async () => {
    const account = anAccount();
    const begun = Promise.withResolvers<void>();
    const read = Promise.withResolvers<void>();
    const writing = run(async (tx) => {
      await tx.insert(Account, account);
      begun.resolve();
      await read.promise;
    });
    await begun.promise;
    const ask = async () => (await app().get(PeopleDirectory).byIds([account.id])).size;
    expect(await ask()).toBe(0);
    read.resolve();
    await writing;
    expect(await ask()).toBe(1);
  });

  it('holds no other: what is begun within it is refused, and it is undone', async () => {
    const account = anAccount();
    const nested = run(async (tx) => {
      await tx.insert(Account, account);
      await run(async () => undefined);
    });
    await expect(nested).rejects.toThrow('A transaction is running');
    expect(await app().rows(Account, { id: account.id })).toEqual([]);
  });

  it('is not asked by a reader that was taken before', async () => {
    const { read } = app().database;
    await expect(run(() => read.findBy(Account, {}))).rejects.toThrow('anew');
    await expect(run(() => read.createQueryBuilder(Account, 'account').getCount())).rejects.toThrow('anew');
  });

  it('ends for what was begun in it and goes on: that reads what is committed, and begins one of its own', async () => {
    const account = anAccount();
    const ended = Promise.withResolvers<void>();
    let later: Promise<number> | undefined;
    await run(async (tx) => {
      await tx.insert(Account, account);
      later = ended.promise.then(async () => {
        await pause(5);
        await run((another) => another.manager.update(Account, { id: account.id }, { givenName: 'Anew' }));
        return (await app().rows(Account, { id: account.id, givenName: 'Anew' })).length;
      });
    });
    ended.resolve();
    expect(await later).toBe(1);
  });

  it('is over when those are called who wait for its jobs', async () => {
    const outside = app().database.read;
    const seen: unknown[] = [];
    app()
      .get(Transaction)
      .onJobs(() => seen.push(app().database.read));
    await run(async (tx) => {
      expect(app().database.read).toBe(tx.manager);
      tx.hasAskedForJobs = true;
    });
    expect(seen).toEqual([outside]);
    expect(seen[0]).toBe(outside);
  });

  it('that is undone gives back nothing of what limits count', async () => {
    const allowance = { name: 'tries-of-a-spec', times: 1, seconds: 60 };
    const undone = run(async () => {
      await app().get(Limits).take(allowance, 'somebody');
      throw new Undone();
    });
    await expect(undone).rejects.toThrow(Undone);
    await expect(app().get(Limits).take(allowance, 'somebody')).rejects.toThrow('common.too-many-requests');
  });
});
