import { become, type Process } from '../process';
import { type Refusal, refuse } from '../refusal';

export type CredentialState = 'valid' | 'superseded' | 'revoked';

/** A credential is valid until it is corrected by another or revoked; both are final. */
export const credentialProcess: Process<CredentialState> = {
  valid: { to: ['superseded', 'revoked'] },
  superseded: { to: [] },
  revoked: { to: [] },
};

/**
 * The states of issuing for one enrolment: `queued` for the job, `stopped` because an element is missing, `signed`
 * while its documents are printed, `issued` once the holder can get everything.
 */
export type IssueState = 'queued' | 'stopped' | 'signed' | 'issued';

export const issueProcess: Process<IssueState> = {
  queued: { to: ['stopped', 'signed'] },
  stopped: { to: ['queued'] },
  // A correction prints its documents anew, perhaps before the earlier ones are printed.
  signed: { to: ['issued', 'signed'] },
  issued: { to: ['signed'] },
};

/** The state of an issue, and the faults of it and of its documents. */
export interface Issuing {
  readonly state: IssueState;
  readonly fault: string | null;
  /** Whether the learner has to confirm something first: the issue goes on by itself when they do. */
  readonly waitsForLearner: boolean;
  /** The credential that is valid; `null` where there is none. */
  readonly credential: { readonly fault: string | null } | null;
}

/** Queues a stopped or failed award again: its issue, or only its documents where those are missing. */
export function retryIssue({ state, fault, waitsForLearner, credential }: Issuing): 'issue' | 'documents' | Refusal {
  if (waitsForLearner) return refuse('credentials.waits-for-learner');
  if (state === 'signed') return credential?.fault ? 'documents' : refuse('credentials.nothing-to-retry');
  if (state === 'queued' && fault !== null) return 'issue';
  const queued = become(issueProcess, state, 'queued', 'credentials.nothing-to-retry');
  return typeof queued === 'string' ? 'issue' : queued;
}

/** Whether the learner may still confirm or change their name: until the award is made. */
export const confirmLearner = (state: IssueState | null): true | Refusal =>
  (state !== 'signed' && state !== 'issued') || refuse('credentials.already-awarded');

/** Ends a credential: by a revocation, or by the credential that corrects it. */
export const endCredential = (
  state: CredentialState,
  as: Exclude<CredentialState, 'valid'>,
): CredentialState | Refusal => become(credentialProcess, state, as, 'credentials.not-valid');
