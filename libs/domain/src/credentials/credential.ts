import type { Process } from '../process';

export type CredentialState = 'valid' | 'superseded' | 'revoked';

/** A credential is valid until it is corrected by another or revoked; both are for good. */
export const credentialProcess: Process<CredentialState> = {
  valid: { to: ['superseded', 'revoked'] },
  superseded: { to: [] },
  revoked: { to: [] },
};

/**
 * Where the issuing for one enrolment stands: `queued` for the job, `stopped` because something is missing,
 * `signed` while its documents are printed, `issued` once the holder can have everything.
 */
export type IssueState = 'queued' | 'stopped' | 'signed' | 'issued';

export const issueProcess: Process<IssueState> = {
  queued: { to: ['stopped', 'signed'] },
  stopped: { to: ['queued'] },
  // A correction prints its documents anew, and may come before those of the one before are printed.
  signed: { to: ['issued', 'signed'] },
  issued: { to: ['signed'] },
};
