import { become, unreachableStates } from '../process';
import { credentialProcess, issueProcess } from './credential';

describe('a credential', () => {
  it('reaches each of its states, and leaves neither revocation nor correction again', () => {
    expect(unreachableStates(credentialProcess, 'valid')).toEqual([]);
    expect(become(credentialProcess, 'valid', 'revoked', 'credentials.not-valid')).toBe('revoked');
    expect(become(credentialProcess, 'revoked', 'superseded', 'credentials.not-valid')).toEqual({
      refused: 'credentials.not-valid',
      numbers: {},
    });
  });
});

describe('an issue', () => {
  it('reaches each of its states', () => {
    expect(unreachableStates(issueProcess, 'queued')).toEqual([]);
  });

  it('is never signed while it is stopped', () => {
    expect(issueProcess.stopped.to).not.toContain('signed');
  });
});
