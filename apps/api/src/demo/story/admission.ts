import {
  acceptOffer,
  addEvidence,
  type ApplicationFormBody,
  assignRole,
  declareConflicts,
  lookAtDossier,
  openEdition,
  planEdition,
  previewRuling,
  readDossier,
  readMyPlace,
  recordFinding,
  ruleOnApplication,
  saveApplication,
  setQuotas,
  startApplication,
  submitApplication,
  voteOnApplication,
} from '@libretto/contracts';
import type { Cast, Player } from './cast';
import { paper } from './paper';
import type { Story } from './story';

const countries = ['HR', 'FR', 'IT', 'ES', 'PT'];

interface Plan {
  programmeId: string;
  name: string;
  /** Days from today. */
  starts: number;
  ends: number;
  applicationsClose: number;
  quota: { institutions: number; peoplePerInstitution: number };
  /** Those who mark beside the tutor. */
  markers?: readonly Player[];
}

/** The coordinator plans an edition, names its commission and tutors, and opens it. */
export async function openNewEdition(story: Story, cast: Cast, plan: Plan): Promise<string> {
  const { coordinator, chair, member, tutor } = cast.people;
  const capacity = plan.quota.institutions * plan.quota.peoplePerInstitution * countries.length;
  const { id: editionId } = await story.let(coordinator.accountId, planEdition, {
    body: {
      programmeId: plan.programmeId,
      name: plan.name,
      startsOn: story.day(plan.starts),
      endsOn: story.day(plan.ends),
      applicationsCloseAt: story.instant(plan.applicationsClose, 21).toISOString(),
      timeZone: 'Europe/Rome',
      capacity,
    },
  });
  const params = { editionId };
  const roles = [
    [chair, 'chair'],
    [cast.deputy, 'deputy'],
    [member, 'member'],
    [tutor, 'tutor'],
    ...(plan.markers ?? []).map((marker) => [marker, 'tutor'] as const),
  ] as const;
  for (const [{ accountId }, role] of roles)
    await story.let(coordinator.accountId, assignRole, { params, body: { accountId, role } });
  await story.let(coordinator.accountId, setQuotas, {
    params,
    body: { quotas: countries.map((country) => ({ country, ...plan.quota })), othersShare: false },
  });
  await story.let(coordinator.accountId, openEdition, { params });
  return editionId;
}

const form = ({ country }: Player): ApplicationFormBody => ({
  degrees: [
    {
      title: 'Master in Public Administration',
      institution: 'Università dei Colli Albani',
      country: country ?? 'IT',
      eqfLevel: 7,
      year: 2011,
    },
  ],
  posts: [
    {
      employer: 'Office for the recognition of qualifications',
      role: 'Credential evaluator',
      from: '2019-02-01',
      until: null,
    },
  ],
  languages: [{ language: 'en', level: 'C1' }],
  referees: [],
  motivation:
    'Every autumn several hundred foreign qualifications reach our office, and we look at each of them as if it were the first. I want to learn how colleagues made automatic recognition a routine.',
  exceptionalConditions: '',
  answers: {
    decisions: ['further-study', 'employment'],
    'decisions-a-year': 240,
    tools: [
      { name: 'ENIC-NARIC country pages', since: '2019-02-01', use: 'qualification' },
      { name: 'DEQAR', use: 'institution' },
    ],
  },
});

/** Somebody fills in the form. */
export async function fillIn(
  story: Story,
  editionId: string,
  applicant: Player,
  changes: Partial<ApplicationFormBody> = {},
): Promise<string> {
  const params = { editionId };
  const { id } = await story.let(applicant.accountId, startApplication, { params });
  await story.let(applicant.accountId, saveApplication, {
    params,
    body: { from: {}, to: { ...form(applicant), ...changes } },
  });
  return id;
}

/** Somebody fills in the form and adds the evidence; a draft until `submit`. */
export async function draft(
  story: Story,
  editionId: string,
  applicant: Player,
  changes: Partial<ApplicationFormBody> = {},
): Promise<string> {
  const params = { editionId };
  const id = await fillIn(story, editionId, applicant, changes);
  for (const [kind, title] of [
    ['degree', 'Degree certificate'],
    ['experience', 'Statement of the employer'],
    ...(changes.exceptionalConditions ? [['exceptional-conditions', 'Statement on exceptional conditions']] : []),
  ] as ['degree' | 'experience' | 'exceptional-conditions', string][])
    await story.upload(
      applicant.accountId,
      addEvidence,
      { params, query: { kind } },
      paper(`${kind}.pdf`, title, applicant.name),
    );
  return id;
}

export async function submit(story: Story, editionId: string, applicant: Player): Promise<void> {
  await story.let(applicant.accountId, submitApplication, { params: { editionId } });
}

/** A member's vote and findings on a dossier. `missed` names a criterion that it does not meet. */
interface Mind {
  choice: 'admit' | 'admit-by-exception' | 'reject';
  missed?: string;
}

/** A member declares no conflict, records findings and votes. */
export async function deliberate(
  story: Story,
  editionId: string,
  applicationId: string,
  member: Player,
  mind: Mind,
): Promise<void> {
  await declareNoConflict(story, editionId, [applicationId], member);
  await findAndVote(story, editionId, applicationId, member, mind);
}

export async function findAndVote(
  story: Story,
  editionId: string,
  applicationId: string,
  member: Player,
  { choice, missed }: Mind,
): Promise<void> {
  await find(story, editionId, applicationId, member, { missed, exceptionally: choice === 'admit-by-exception' });
  const reason = {
    admit: 'Every required criterion is met and well evidenced.',
    'admit-by-exception': 'The conditions justify it and the background is adequate.',
    reject: 'The application does not show the experience that the programme asks for.',
  };
  const params = { editionId, applicationId };
  await story.let(member.accountId, voteOnApplication, { params, body: { choice, reason: reason[choice] } });
}

export async function declareNoConflict(
  story: Story,
  editionId: string,
  applicationIds: string[],
  member: Player,
): Promise<void> {
  await story.let(member.accountId, declareConflicts, {
    params: { editionId },
    body: { applicationIds, conflict: null },
  });
}

/** A member opens a dossier and marks it as viewed, as its page does. */
export async function look(story: Story, editionId: string, applicationId: string, member: Player) {
  const params = { editionId, applicationId };
  const { dossier } = await story.let(member.accountId, readDossier, { params });
  if (dossier) await story.let(member.accountId, lookAtDossier, { params, body: { version: dossier.history.version } });
  return dossier;
}

/** A member records a finding per criterion, and the two of an exception if one is in question. */
export async function find(
  story: Story,
  editionId: string,
  applicationId: string,
  member: Player,
  { missed, exceptionally = false }: { missed?: string; exceptionally?: boolean } = {},
): Promise<void> {
  const params = { editionId, applicationId };
  const dossier = await look(story, editionId, applicationId, member);
  for (const { id: criterionId, kind } of dossier?.questions ?? []) {
    if (kind === 'exception' && !exceptionally) continue;
    const finding = criterionId === missed ? ('not-met' as const) : ('met' as const);
    const note = finding === 'met' ? '' : 'The statement covers seven months only.';
    await story.let(member.accountId, recordFinding, {
      params: { ...params, criterionId },
      body: { from: {}, to: { finding, note } },
    });
  }
}

/** The chair rules as the votes decide. */
export async function rule(story: Story, editionId: string, applicationId: string, chair: Player): Promise<void> {
  const params = { editionId, applicationId };
  const reason = 'The commission has reviewed the application and follows the majority of its votes.';
  const { outcome } = await story.let(chair.accountId, previewRuling, { params, body: { reason } });
  await story.let(chair.accountId, ruleOnApplication, { params, body: { reason, outcome } });
}

/** An applicant with an offer accepts it. */
export async function accept(story: Story, editionId: string, applicant: Player): Promise<void> {
  const params = { editionId };
  const { offer } = await story.let(applicant.accountId, readMyPlace, { params });
  if (offer) await story.let(applicant.accountId, acceptOffer, { params: { editionId, offerId: offer.id } });
}
