import { readFileSync } from 'node:fs';
import type { ProgrammeDefinition } from '@libretto/contracts';
import { briefsIn } from '@libretto/domain';
import { anAccount } from '../features/accounts/account/account.builder';
import { Account } from '../features/accounts/account/account.entity';
import { anInstitution } from '../features/accounts/institutions/institution.builder';
import { Institution } from '../features/accounts/institutions/institution.entity';
import { EditionRole } from '../features/accounts/roles/roles.entity';
import { SignIn } from '../features/accounts/sign-in/sign-in.entity';
import { hashOfToken, newToken } from '../features/accounts/codes/tokens';
import { cookieName } from '../features/accounts/sign-in/who-is-signed-in';
import { anApplication } from '../features/admissions/dossier/application.builder';
import { Application } from '../features/admissions/dossier/application.entity';
import { Enrolment } from '../features/places/enrolment.entity';
import { Offer } from '../features/places/offer.entity';
import { anEnrolment, anOffer } from '../features/places/places.builder';
import { ProgrammeChecker } from '../features/programmes/programme-checker';
import { Attendance } from '../features/schedule/attendance/attendance.entity';
import { anAttendance, aSession, held } from '../features/schedule/session.builder';
import { Session } from '../features/schedule/timetable/session.entity';
import { WorkloadEntry } from '../features/workload/workload-entry.entity';
import { aWorkloadEntry } from '../features/workload/workload-entry.builder';
import { newId } from '../platform/database/new-id';
import { anEditionOf, aPerson } from './fixtures';
import type { TestApp } from './test-app';

const day = 86_400_000;

/** A commission with so many dossiers on its desk, and the cookie of its chair’s browser. */
export interface CrowdedDesk {
  id: string;
  dossiers: number;
  /** The ids of some of them. */
  opened: string[];
  chair: string;
}

/** One edition of a crowd, with the cookies that a process outside needs to act as its people. */
export interface CrowdedEdition {
  id: string;
  slug: string;
  tutor: string;
  coordinator: string;
  registrar: string;
  /** The session whose roll is open. */
  sessionId: string;
  /** The rubric rows of a work. */
  rubric: string[];
  participants: { cookie: string; enrolmentId: string; email: string }[];
  /** Their works to mark, if they have handed in. */
  works: string[];
  /** Desks of commissions of their own, for the first edition of a crowd. */
  desks?: CrowdedDesk[];
}

/** The real programme, under a name of its own, with a change. */
async function theProgramme(
  app: TestApp,
  changed: (definition: ProgrammeDefinition) => Partial<ProgrammeDefinition>,
): Promise<ProgrammeDefinition> {
  const checked = await app.get(ProgrammeChecker).check(readFileSync('programmes/automatic-recognition.yaml', 'utf8'));
  if (!('definition' in checked)) throw new Error('The programme that comes with the product has faults.');
  return { ...checked.definition, slug: `recognition-${newId()}`, ...changed(checked.definition) };
}

/** An edition in the middle of its run, full of people with attendance and hours: rows in bulk, past every rule. */
export async function aCrowd(
  app: TestApp,
  people: number,
  changed: (definition: ProgrammeDefinition) => Partial<ProgrammeDefinition> = () => ({}),
): Promise<CrowdedEdition> {
  const now = app.clock.now();
  const at = (days: number, hours = 0) => new Date(now.getTime() + days * day + hours * 3_600_000);
  const onDay = (days: number) => at(days).toISOString().slice(0, 10);
  const definition = await theProgramme(app, changed);
  const edition = await anEditionOf(app, definition, { capacity: people, startsOn: onDay(-30), endsOn: onDay(30) });
  const editionId = edition.id;
  const { account: tutor } = await aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const { account: coordinator } = await aPerson(app, { organisation: 'coordinator' });
  const { account: registrar } = await aPerson(app, { organisation: 'registrar' });
  const participants = await takePlaces(app, editionId, people);
  const sessionId = await meetAndStudy(app, editionId, tutor.id, participants, at);
  const cookies = await signIn(app, [tutor, coordinator, registrar, ...participants.map(({ account }) => account)]);
  return {
    id: editionId,
    slug: definition.slug,
    sessionId,
    rubric: briefsIn(definition.projectWork)
      .flatMap(({ rubric }) => rubric)
      .map(({ id }) => id),
    tutor: cookies[0] as string,
    coordinator: cookies[1] as string,
    registrar: cookies[2] as string,
    works: [],
    participants: participants.map(({ enrolment, account }, number) => ({
      enrolmentId: enrolment.id,
      email: account.email,
      cookie: cookies[number + 3] as string,
    })),
  };
}

type Participant = Awaited<ReturnType<typeof takePlaces>>[number];

async function takePlaces(app: TestApp, editionId: string, people: number) {
  const participants = Array.from({ length: people }, () => {
    const institution = anInstitution();
    const account = anAccount({ institutionId: institution.id });
    const whose = { editionId, accountId: account.id, institutionId: institution.id };
    const application = anApplication(whose, { state: 'ruled' });
    const offer = anOffer({ ...whose, applicationId: application.id }, { state: 'accepted' });
    return { institution, account, application, offer, enrolment: anEnrolment(offer) };
  });
  await app.build(Institution, ...participants.map(({ institution }) => institution));
  await app.build(Account, ...participants.map(({ account }) => account));
  await app.build(Application, ...participants.map(({ application }) => application));
  await app.build(Offer, ...participants.map(({ offer }) => offer));
  await app.build(Enrolment, ...participants.map(({ enrolment }) => enrolment));
  const accountIds = participants.map(({ account }) => account.id);
  await app.build(
    EditionRole,
    ...accountIds.map((accountId) => ({ id: newId(), accountId, editionId, role: 'participant' as const })),
  );
  return participants;
}

/**
 * Four sessions with closed rolls, one in progress and one to come; hours from the rolls and some declared. Answers the
 * one in progress.
 */
async function meetAndStudy(
  app: TestApp,
  editionId: string,
  tutorId: string,
  participants: Participant[],
  at: (days: number, hours?: number) => Date,
) {
  const past = [-20, -15, -10, -5].map((days) =>
    aSession({ editionId, startsAt: at(days), endsAt: at(days, 1), ...held(tutorId, at(days, 2)) }),
  );
  const open = aSession({ editionId, moduleNumber: 2, startsAt: at(0, -1), endsAt: at(0, 1) });
  const next = aSession({ editionId, moduleNumber: 3, startsAt: at(3), endsAt: at(3, 2) });
  await app.build(Session, ...past, open, next);
  const enrolmentIds = participants.map(({ enrolment }) => enrolment.id);
  for (const { id: sessionId, startsAt } of past) {
    await app.build(
      Attendance,
      ...enrolmentIds.map((enrolmentId) => anAttendance({ sessionId, enrolmentId, byAccountId: tutorId })),
    );
    const contact = { kind: 'contact' as const, source: 'roll' as const, sourceId: sessionId, byAccountId: tutorId };
    const on = { day: startsAt.toISOString().slice(0, 10), at: startsAt };
    const entry = (enrolmentId: string) =>
      aWorkloadEntry({ ...contact, ...on, enrolmentId, sourceKey: `roll ${sessionId} ${enrolmentId}` });
    await app.build(WorkloadEntry, ...enrolmentIds.map(entry));
  }
  const declared = participants.map(({ enrolment, account }) => ({
    enrolmentId: enrolment.id,
    byAccountId: account.id,
  }));
  await app.build(WorkloadEntry, ...declared.flatMap((whose) => [1, 2, 3].map(() => aWorkloadEntry(whose))));
  return open.id;
}

/** The cookies of these people's browsers. */
export async function signIn(app: TestApp, accounts: Account[]): Promise<string[]> {
  const signedInAt = app.clock.now();
  const expiresAt = new Date(signedInAt.getTime() + 30 * day);
  const tokens = accounts.map(() => newToken());
  const rows = accounts.map(({ id }, number) => {
    return { id: newId(), accountId: id, tokenHash: hashOfToken(tokens[number] as string), signedInAt, expiresAt };
  });
  await app.build(SignIn, ...rows);
  return tokens.map((token) => `${cookieName}=${token}`);
}
