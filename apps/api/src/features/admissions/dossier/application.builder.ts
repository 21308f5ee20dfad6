import { type ApplicationForm, emptyForm, type VoteChoice } from '@libretto/domain';
import { newId } from '../../../platform/database/new-id';
import type { Application } from './application.entity';
import type { Declaration } from './declaration.entity';
import type { DossierVersion } from './dossier-version.entity';
import type { Finding } from './finding.entity';
import type { Ruling } from './ruling.entity';
import type { Vote } from './vote.entity';

/** A form that meets the usual criteria. */
export const aForm = (values: Partial<ApplicationForm> = {}): ApplicationForm => ({
  ...emptyForm,
  degrees: [{ title: 'Magistra prava', institution: 'Sveučilište u Zagrebu', country: 'HR', eqfLevel: 7, year: 2012 }],
  posts: [
    { employer: 'Sveučilište u Zagrebu', role: 'Head of the recognition office', from: '2019-03-01', until: null },
  ],
  languages: [{ language: 'en', level: 'C1' }],
  motivation: 'We recognise four hundred diplomas a year by hand, and would like to do so automatically where we may.',
  ...values,
});

/** A change of the named fields of a form that was empty, or as given. */
export const aChange = (to: Partial<ApplicationForm>, before: ApplicationForm = emptyForm) => ({
  from: Object.fromEntries(
    Object.keys(to).map((key) => [key, before[key as keyof ApplicationForm]]),
  ) as Partial<ApplicationForm>,
  to,
});

/** A submitted application of somebody who works at an institution. */
export const anApplication = (
  whose: Pick<Application, 'editionId' | 'accountId' | 'institutionId'>,
  values: Partial<Application> = {},
): Application => ({
  id: newId(),
  ...whose,
  state: 'submitted',
  round: 1,
  form: aForm(),
  referees: values.form?.referees ?? null,
  rework: null,
  version: values.state === 'draft' ? 0 : 1,
  startedAt: new Date('2026-10-05T08:00:00Z'),
  submittedAt: new Date('2026-10-09T13:20:00Z'),
  answeredAt: null,
  country: 'HR',
  withdrawnAt: null,
  erasedAt: null,
  ...values,
});

/** The version of an application that was submitted first. */
export const aVersion = (
  { id: applicationId, form, institutionId, country, submittedAt }: Application,
  values: Partial<DossierVersion> = {},
): DossierVersion => ({
  id: newId(),
  applicationId,
  number: 1,
  form,
  evidence: [],
  institutionId: institutionId ?? '',
  country: country ?? '',
  at: submittedAt ?? new Date('2026-10-09T13:20:00Z'),
  ...values,
});

type ByMember = Pick<Vote, 'applicationId' | 'accountId'>;

/** A member's declaration of no conflict. */
export const aDeclaration = (by: ByMember, values: Partial<Declaration> = {}): Declaration => ({
  id: newId(),
  ...by,
  inConflict: false,
  reason: null,
  at: new Date('2026-10-12T08:00:00Z'),
  ...values,
});

/** A finding that a criterion is met. */
export const aFinding = (by: ByMember, criterionId: string, values: Partial<Finding> = {}): Finding => ({
  id: newId(),
  ...by,
  round: 1,
  criterionId,
  finding: 'met',
  note: '',
  at: new Date('2026-10-13T08:00:00Z'),
  ...values,
});

export const aVote = (by: ByMember, choice: VoteChoice = 'admit', values: Partial<Vote> = {}): Vote => ({
  id: newId(),
  ...by,
  round: 1,
  number: 1,
  choice,
  reason: 'Everything that is required is there.',
  at: new Date('2026-10-14T08:00:00Z'),
  ...values,
});

/** The unanimous ruling of three members that somebody is admitted, with a place. */
export const aRuling = (by: { applicationId: string; byId: string }, values: Partial<Ruling> = {}): Ruling => ({
  id: newId(),
  ...by,
  number: 1,
  outcome: 'admitted',
  decision: 'admitted',
  decidedByChair: false,
  reason: 'Every required criterion is met.',
  at: new Date('2026-10-19T10:00:00Z'),
  quorum: 2,
  castVotes: 3,
  placeUntil: new Date('2026-10-26T10:00:00Z'),
  record: {
    membersWithoutConflict: 3,
    votes: [],
    counts: { admit: 3, 'admit-by-exception': 0, reject: 0 },
    findings: {},
    recused: [],
  },
  meetingId: null,
  erasedAt: null,
  ...values,
});
