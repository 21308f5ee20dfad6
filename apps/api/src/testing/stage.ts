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
import type { Caller, World } from './world';

/** What most specs have on their stage before they begin: people with roles, a published programme, an edition of it. */

interface Roles {
  organisation?: OrganisationRoleName;
  /** As which they have a part in which edition. */
  editions?: { editionId: string; role: Role }[];
}

/** A person with roles, and the browser in which they are signed in. */
export async function aPerson(
  world: World,
  { organisation, editions = [] }: Roles = {},
  values: Partial<Account> = {},
): Promise<{ account: Account; caller: Caller }> {
  const account = anAccount(values);
  const accountId = account.id;
  await world.build(Account, account);
  if (organisation) await world.build(OrganisationRole, { id: newId(), accountId, role: organisation });
  await world.build(EditionRole, ...editions.map((role) => ({ id: newId(), accountId, ...role })));
  return { account, caller: await world.signedIn(accountId) };
}

/** The browser of a coordinator. */
export const aCoordinator = async (world: World): Promise<Caller> =>
  (await aPerson(world, { organisation: 'coordinator' })).caller;

/** A programme in its first version. */
export async function aPublishedProgramme(world: World, definition: Partial<ProgrammeDefinition> = {}) {
  const rows = aProgramme(aDefinition(definition));
  await world.build(Programme, rows.programme);
  await world.build(ProgrammeVersion, rows.version);
  return rows;
}

/** The same programme published once more. */
export const publishedAgain = (world: World, version: ProgrammeVersion) =>
  world.build(ProgrammeVersion, { ...version, id: newId(), number: version.number + 1 });

/** An open edition of a programme of its own. */
export async function anEditionOf(
  world: World,
  definition: Partial<ProgrammeDefinition> = {},
  values: Partial<Edition> = {},
) {
  const { version } = await aPublishedProgramme(world, definition);
  const edition = anEdition(version.id, values);
  await world.build(Edition, edition);
  return edition;
}

/** Somebody who works at an institution of their own. */
export async function aColleague(world: World, roles: Roles = {}, values: Partial<Account> = {}, country = 'HR') {
  const institution = anInstitution({ country });
  await world.build(Institution, institution);
  const person = await aPerson(world, roles, { institutionId: institution.id, ...values });
  return { ...person, institution };
}

/** Somebody who works at an institution of their own and has submitted an application to an edition. */
export async function anApplicant(
  world: World,
  editionId: string,
  {
    country = 'HR',
    account = {},
    application: values = {},
  }: { country?: string; account?: Partial<Account>; application?: Partial<Application> } = {},
) {
  const person = await aColleague(world, {}, account, country);
  const whose = { editionId, accountId: person.account.id, institutionId: person.institution.id };
  const application = anApplication(whose, { country, ...values });
  await world.build(Application, application);
  if (application.version) await world.build(DossierVersion, aVersion(application));
  return { ...person, application, whose: { ...whose, applicationId: application.id } };
}

/** A file with a byte in it. */
export async function aStoredFile(world: World, name: string, purpose: string): Promise<string> {
  const file = await world
    .get(FileStore)
    .write({ id: newId(), name, type: 'application/pdf', purpose }, Buffer.from('%'));
  await world.build(StoredFile, file);
  return file.id;
}

/** The diploma without which nothing is submitted. */
export async function withDiploma(world: World, applicationId: string) {
  const fileId = await aStoredFile(world, 'diploma.pdf', 'evidence');
  await world.build(Evidence, {
    id: newId(),
    applicationId,
    fileId,
    kind: 'degree',
    fieldId: null,
    standing: 'in',
    ofAppeal: false,
    addedAt: world.clock.now(),
  });
}

/** Somebody who works at an institution of their own and takes part in an edition. */
export async function aParticipant(world: World, editionId: string, values: Partial<Account> = {}) {
  const person = await aColleague(world, { editions: [{ editionId, role: 'participant' }] }, values);
  return { ...person, enrolment: await anEnrolmentIn(world, editionId, person) };
}

/** What made somebody take part in an edition. */
export async function anEnrolmentIn(
  world: World,
  editionId: string,
  { account, institution }: { account: Account; institution: Institution },
  values: Partial<Enrolment> = {},
): Promise<Enrolment> {
  const whose = { editionId, accountId: account.id, institutionId: institution.id };
  const application = anApplication(whose, { state: 'ruled' });
  const offer = anOffer({ ...whose, applicationId: application.id }, { state: 'accepted' });
  const enrolment = anEnrolment(offer, values);
  await world.build(Application, application);
  await world.build(Offer, offer);
  await world.build(Enrolment, enrolment);
  return enrolment;
}

/** Many people of institutions of their own who have submitted applications to an edition: rows in bulk. */
export async function manyApplicants(world: World, editionId: string, people: number): Promise<Application[]> {
  const institutions = Array.from({ length: people }, () => anInstitution());
  const accounts = institutions.map(({ id }) => anAccount({ institutionId: id }));
  const applications = accounts.map(({ id, institutionId }) =>
    anApplication({ editionId, accountId: id, institutionId }),
  );
  await world.build(Institution, ...institutions);
  await world.build(Account, ...accounts);
  return world.build(Application, ...applications);
}

/** A ruling on an application by three people who have voted on it: without votes the database takes none. */
export async function aRulingOn(world: World, applicationId: string, values: Partial<Ruling> = {}): Promise<Ruling> {
  const voters = [anAccount(), anAccount(), anAccount()];
  await world.build(Account, ...voters);
  const round = values.number === 2 ? 2 : 1;
  await world.build(Vote, ...voters.map(({ id }) => aVote({ applicationId, accountId: id }, 'admit', { round })));
  // Nor a second one without an appeal.
  if (round === 2)
    await world.build(Appeal, {
      id: newId(),
      applicationId,
      statement: 'My third post was overlooked.',
      at: new Date('2026-10-25T08:00:00Z'),
    });
  const ruling = aRuling({ applicationId, byId: voters[0]?.id as string }, values);
  await world.build(Ruling, ruling);
  return ruling;
}
