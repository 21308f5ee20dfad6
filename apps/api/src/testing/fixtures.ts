import type { ProgrammeDefinition } from '@libretto/contracts';
import type { EditionRole as Role, OrganisationRole as OrganisationRoleName } from '@libretto/domain';
import { anAccount } from '../features/accounts/account/account.builder';
import { Account } from '../features/accounts/account/account.entity';
import { anInstitution } from '../features/accounts/institutions/institution.builder';
import { Institution } from '../features/accounts/institutions/institution.entity';
import { EditionRole, OrganisationRole } from '../features/accounts/roles/roles.entity';
import { anApplication, aRuling, aVersion, aVote } from '../features/admissions/dossier/application.builder';
import { Appeal } from '../features/admissions/appeal/appeal.entity';
import { Application } from '../features/admissions/dossier/application.entity';
import { Evidence } from '../features/admissions/dossier/evidence.entity';
import { DossierVersion } from '../features/admissions/dossier/dossier-version.entity';
import { Vote } from '../features/admissions/dossier/vote.entity';
import { Ruling } from '../features/admissions/dossier/ruling.entity';
import { anEdition } from '../features/editions/edition.builder';
import { ClosingLock } from '../features/editions/closing-lock.entity';
import { Edition } from '../features/editions/edition.entity';
import { Enrolment } from '../features/places/enrolment.entity';
import { Offer } from '../features/places/offer.entity';
import { anEnrolment, anOffer } from '../features/places/places.builder';
import { aDefinition, aProgramme } from '../features/programmes/programme.builder';
import { Programme } from '../features/programmes/programme.entity';
import { ProgrammeVersion } from '../features/programmes/programme-version.entity';
import { FileStore } from '../platform/files/file-store';
import { StoredFile } from '../platform/files/stored-file.entity';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import type { Caller, TestApp } from './test-app';

/** The rows that most specs begin with: people with roles, a published programme, an edition of it. */

interface Roles {
  organisation?: OrganisationRoleName;
  /** Their roles in editions. */
  editions?: { editionId: string; role: Role }[];
}

/** A person with roles, and the browser in which they are signed in. */
export async function aPerson(
  app: TestApp,
  { organisation, editions = [] }: Roles = {},
  values: Partial<Account> = {},
): Promise<{ account: Account; caller: Caller }> {
  const account = anAccount(values);
  const accountId = account.id;
  await app.build(Account, account);
  if (organisation) await app.build(OrganisationRole, { id: newId(), accountId, role: organisation });
  await app.build(EditionRole, ...editions.map((role) => ({ id: newId(), accountId, ...role })));
  return { account, caller: await app.signedIn(accountId) };
}

/** Gives somebody a role in an edition, and answers their browser, which has it. */
export async function givenRole(
  app: TestApp,
  accountId: string,
  role: Omit<EditionRole, 'id' | 'accountId'>,
): Promise<Caller> {
  await app.build(EditionRole, { id: newId(), accountId, ...role });
  return app.signedIn(accountId);
}

/** The browser of a coordinator. */
export const aCoordinator = async (app: TestApp): Promise<Caller> =>
  (await aPerson(app, { organisation: 'coordinator' })).caller;

/** A programme in its first version. */
export async function aPublishedProgramme(app: TestApp, definition: Partial<ProgrammeDefinition> = {}) {
  const rows = aProgramme(aDefinition(definition));
  await app.build(Programme, rows.programme);
  await app.build(ProgrammeVersion, rows.version);
  return rows;
}

/** The same programme published once more. */
export const publishedAgain = (app: TestApp, version: ProgrammeVersion) =>
  app.build(ProgrammeVersion, { ...version, id: newId(), number: version.number + 1 });

/** An open edition of a programme of its own. */
export async function anEditionOf(
  app: TestApp,
  definition: Partial<ProgrammeDefinition> = {},
  values: Partial<Edition> = {},
) {
  const { version } = await aPublishedProgramme(app, definition);
  const edition = anEdition(version.id, values);
  await app.build(Edition, edition);
  if (edition.state !== 'closed') await app.build(ClosingLock, { id: edition.id });
  return edition;
}

/** Closes an edition past every rule. */
export const close = (app: TestApp, editionId: string): Promise<void> =>
  app.get(Transaction).run(async (tx) => {
    await tx.manager.update(Edition, { id: editionId }, { state: 'closed' });
    await tx.manager.delete(ClosingLock, { id: editionId });
  });

/** Somebody with an institution of their own. */
export async function aColleague(app: TestApp, roles: Roles = {}, values: Partial<Account> = {}, country = 'HR') {
  const institution = anInstitution({ country });
  await app.build(Institution, institution);
  const person = await aPerson(app, roles, { institutionId: institution.id, ...values });
  return { ...person, institution };
}

/** Somebody with an institution of their own who has submitted an application to an edition. */
export async function anApplicant(
  app: TestApp,
  editionId: string,
  {
    country = 'HR',
    account = {},
    application: values = {},
  }: { country?: string; account?: Partial<Account>; application?: Partial<Application> } = {},
) {
  const person = await aColleague(app, {}, account, country);
  const whose = { editionId, accountId: person.account.id, institutionId: person.institution.id };
  const application = anApplication(whose, { country, ...values });
  await app.build(Application, application);
  if (application.version) await app.build(DossierVersion, aVersion(application));
  return { ...person, application, whose: { ...whose, applicationId: application.id } };
}

/** A file with a byte in it. */
export async function aStoredFile(app: TestApp, name: string, purpose: string): Promise<string> {
  const file = await app
    .get(FileStore)
    .write({ id: newId(), name, type: 'application/pdf', purpose }, Buffer.from('%'));
  await app.build(StoredFile, file);
  return file.id;
}

/** The diploma that every submission needs. */
export async function withDiploma(app: TestApp, applicationId: string) {
  const fileId = await aStoredFile(app, 'diploma.pdf', 'evidence');
  await app.build(Evidence, {
    id: newId(),
    applicationId,
    fileId,
    kind: 'degree',
    fieldId: null,
    standing: 'in',
    ofAppeal: false,
    addedAt: app.clock.now(),
  });
}

/** Somebody with an institution of their own who is enrolled in an edition. */
export async function aParticipant(
  app: TestApp,
  editionId: string,
  values: Partial<Account> = {},
  place: Partial<Enrolment> = {},
) {
  const person = await aColleague(app, { editions: [{ editionId, role: 'participant' }] }, values);
  return { ...person, enrolment: await anEnrolmentIn(app, editionId, person, place) };
}

/** The application, offer and enrolment behind a participant. */
export async function anEnrolmentIn(
  app: TestApp,
  editionId: string,
  { account, institution }: { account: Account; institution: Institution },
  values: Partial<Enrolment> = {},
): Promise<Enrolment> {
  const whose = { editionId, accountId: account.id, institutionId: institution.id };
  const application = anApplication(whose, { state: 'ruled' });
  const offer = anOffer({ ...whose, applicationId: application.id }, { state: 'accepted' });
  const enrolment = anEnrolment(offer, values);
  await app.build(Application, application);
  await app.build(Offer, offer);
  await app.build(Enrolment, enrolment);
  return enrolment;
}

/** Many people of institutions of their own who have submitted applications to an edition: rows in bulk. */
export async function manyApplicants(
  app: TestApp,
  editionId: string,
  people: number,
  values: (at: number) => Partial<Application> = () => ({}),
): Promise<Application[]> {
  const institutions = Array.from({ length: people }, () => anInstitution());
  const accounts = institutions.map(({ id }) => anAccount({ institutionId: id }));
  const applications = accounts.map(({ id, institutionId }, at) =>
    anApplication({ editionId, accountId: id, institutionId }, values(at)),
  );
  await app.build(Institution, ...institutions);
  await app.build(Account, ...accounts);
  return app.build(Application, ...applications);
}

/** A ruling on an application by three people who have voted on it: without votes the database takes none. */
export async function aRulingOn(app: TestApp, applicationId: string, values: Partial<Ruling> = {}): Promise<Ruling> {
  const voters = [anAccount(), anAccount(), anAccount()];
  await app.build(Account, ...voters);
  const round = values.number === 2 ? 2 : 1;
  await app.build(Vote, ...voters.map(({ id }) => aVote({ applicationId, accountId: id }, 'admit', { round })));
  // A second one needs an appeal.
  if (round === 2)
    await app.build(Appeal, {
      id: newId(),
      applicationId,
      statement: 'My third post was overlooked.',
      at: new Date('2026-10-25T08:00:00Z'),
    });
  const ruling = aRuling({ applicationId, byId: voters[0]?.id as string }, values);
  await app.build(Ruling, ruling);
  return ruling;
}
