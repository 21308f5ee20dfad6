import { become, type Process } from '../process';
import { isRefusal, type Refusal, refuse } from '../refusal';

export type CredentialState = 'valid' | 'suspended' | 'superseded' | 'revoked';

/**
 * A credential is valid until another replaces it or it is revoked; both are final. A registrar who is not sure yet suspends it:
 * from there it is reinstated or revoked. A suspended one is not corrected, but replaced if its key was compromised.
 */
export const credentialProcess: Process<CredentialState> = {
  valid: { to: ['suspended', 'superseded', 'revoked'] },
  suspended: { to: ['valid', 'superseded', 'revoked'] },
  superseded: { to: [] },
  revoked: { to: [] },
};

/** The states that nothing follows: a credential is revoked, or another has replaced it. */
export const endedStates = (Object.keys(credentialProcess) as CredentialState[]).filter(
  (state) => credentialProcess[state].to.length === 0,
);

/**
 * The states of issuing for one enrolment: `queued` for the job, `stopped` because an element is missing, `unapproved`
 * while its programme asks for approvals that it lacks, `signed` while its documents are printed, `issued` once the holder can get everything.
 */
export type IssueState = 'queued' | 'stopped' | 'unapproved' | 'signed' | 'issued';

export const issueProcess: Process<IssueState> = {
  queued: { to: ['stopped', 'unapproved', 'signed'] },
  stopped: { to: ['queued'] },
  // A newer version of the programme may ask for fewer approvals.
  unapproved: { to: ['queued', 'stopped', 'signed'] },
  // A correction prints its documents anew, perhaps before the earlier ones are printed.
  signed: { to: ['issued', 'signed'] },
  issued: { to: ['signed'] },
};

/**
 * The one word for where an award stands, in the order of a register: `ready` while its edition is paused, `failed` while the
 * last attempt at it or its documents failed; what became of its credential outweighs the rest.
 */
export const awardStandings = [
  'ready',
  'queued',
  'unapproved',
  'failed',
  'stopped',
  'signed',
  'issued',
  'suspended',
  'revoked',
] as const;
export type AwardStanding = (typeof awardStandings)[number];

export interface AwardStands {
  readonly state: IssueState;
  /** Whether its edition issues nothing for now. */
  readonly isPaused: boolean;
  readonly fault: string | null;
  readonly credential: { readonly state: CredentialState } | null;
}

export function awardStandingOf({ state, isPaused, fault, credential }: AwardStands): AwardStanding {
  if (credential?.state === 'suspended' || credential?.state === 'revoked') return credential.state;
  if (fault !== null && (state === 'queued' || state === 'signed')) return 'failed';
  return standingOfIssue(state, isPaused);
}

/** Where an issue stands for its participant, who is told of a fault by nobody: the registrar is. */
export const standingOfIssue = (state: IssueState, isPaused: boolean): IssueState | 'ready' =>
  state === 'queued' && isPaused ? 'ready' : state;

/** The state of an issue, and the faults of it and of its documents. */
export interface Issuing {
  readonly state: IssueState;
  readonly fault: string | null;
  /** Whether the learner has to confirm something first: the issue goes on by itself when they do. */
  readonly waitsForLearner: boolean;
  /** The credential that is valid or suspended; `null` where there is none. */
  readonly credential: { readonly fault: string | null } | null;
}

/** Queues a stopped or failed award again: its issue, or only its documents where those are missing. */
export function retryIssue({ state, fault, waitsForLearner, credential }: Issuing): 'issue' | 'documents' | Refusal {
  if (waitsForLearner) return refuse('credentials.waits-for-learner');
  if (state === 'unapproved') return refuse('credentials.waits-for-approval');
  if (state === 'signed') return credential?.fault ? 'documents' : refuse('credentials.nothing-to-retry');
  if (state === 'queued' && fault !== null) return 'issue';
  const queued = become(issueProcess, state, 'queued', 'credentials.nothing-to-retry');
  return typeof queued === 'string' ? 'issue' : queued;
}

/** Whether the learner may still confirm or change their name: until the award is made. */
export const confirmLearner = (state: IssueState | null): true | Refusal =>
  (state !== 'signed' && state !== 'issued') || refuse('credentials.already-awarded');

/** Ends a credential: by a revocation, or by the credential that corrects it. */
export function endCredential(state: CredentialState, as: 'superseded' | 'revoked'): CredentialState | Refusal {
  if (state === 'suspended' && as === 'superseded') return refuse('credentials.is-suspended');
  return become(credentialProcess, state, as, 'credentials.not-valid');
}

/** Ends a credential whose key was compromised, as another of the same standing takes its place: nobody decides anew about it. */
export const replaceCompromised = (state: CredentialState): CredentialState | Refusal =>
  become(credentialProcess, state, 'superseded', 'credentials.not-valid');

/** What suspending and reinstating look at. */
export interface Suspending {
  readonly state: CredentialState;
  /** Whether it names a list of suspensions: verifiers look nowhere else. */
  readonly namesSuspensions: boolean;
}

/** Suspends a credential: nobody is to rely on it until it is reinstated. */
export function suspendCredential({ state, namesSuspensions }: Suspending): CredentialState | Refusal {
  if (state === 'suspended') return refuse('credentials.is-suspended');
  const suspended = become(credentialProcess, state, 'suspended', 'credentials.not-valid');
  if (isRefusal(suspended) || namesSuspensions) return suspended;
  return refuse('credentials.signed-before-suspensions');
}

/** Makes a suspended credential valid again. A revoked one stays revoked: that is what its list and the log promise. */
export const reinstateCredential = (state: CredentialState): CredentialState | Refusal =>
  state === 'suspended'
    ? become(credentialProcess, state, 'valid', 'credentials.not-suspended')
    : refuse('credentials.not-suspended');
