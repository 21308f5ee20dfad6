import type { Process } from '../process';

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
