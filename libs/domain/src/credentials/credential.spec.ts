import { become, unreachableStates } from '../process';
import { isRefusal } from '../refusal';
import {
  confirmLearner,
  credentialProcess,
  type CredentialState,
  endCredential,
  issueProcess,
  type Issuing,
  reinstateCredential,
  replaceCompromised,
  retryIssue,
  type AwardStands,
  awardStandingOf,
  suspendCredential,
} from './credential';

const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.refused : answer);

describe('a credential', () => {
  it('reaches each of its states, and leaves neither revocation nor correction again', () => {
    expect(unreachableStates(credentialProcess, 'valid')).toEqual([]);
    expect(become(credentialProcess, 'valid', 'revoked', 'credentials.not-valid')).toBe('revoked');
    expect(become(credentialProcess, 'revoked', 'superseded', 'credentials.not-valid')).toEqual({
      refused: 'credentials.not-valid',
      numbers: {},
    });
  });

  it.each([
    ['valid', true, 'suspended'],
    ['valid', false, 'credentials.signed-before-suspensions'],
    ['suspended', true, 'credentials.is-suspended'],
    ['superseded', true, 'credentials.not-valid'],
    ['superseded', false, 'credentials.not-valid'],
    ['revoked', true, 'credentials.not-valid'],
  ] as const)(
    'that is %s, and names a list of suspensions (%s), is suspended: %s',
    (state, namesSuspensions, expected) => {
      expect(codeOf(suspendCredential({ state, namesSuspensions }))).toBe(expected);
    },
  );

  it.each([
    ['valid', 'credentials.not-suspended'],
    ['suspended', 'valid'],
    ['superseded', 'credentials.not-suspended'],
    ['revoked', 'credentials.not-suspended'],
  ] as const)('that is %s is reinstated: %s', (state, expected) => {
    expect(codeOf(reinstateCredential(state))).toBe(expected);
  });

  it.each<[CredentialState, string]>([
    ['valid', 'superseded'],
    ['suspended', 'superseded'],
    ['superseded', 'credentials.not-valid'],
    ['revoked', 'credentials.not-valid'],
  ])('that is %s, and whose key was compromised: %s', (state, expected) => {
    expect(codeOf(replaceCompromised(state))).toBe(expected);
  });

  it('is revoked while it is suspended, and corrected only after it is reinstated', () => {
    expect(endCredential('suspended', 'revoked')).toBe('revoked');
    expect(codeOf(endCredential('suspended', 'superseded'))).toBe('credentials.is-suspended');
  });
});

describe('an award stands', () => {
  const queued: AwardStands = { state: 'queued', isPaused: false, fault: null, credential: null };
  it.each<[string, Partial<AwardStands>]>([
    ['queued', {}],
    ['ready', { isPaused: true }],
    ['failed', { fault: 'no key' }],
    ['failed', { fault: 'no key', isPaused: true }],
    ['stopped', { state: 'stopped', fault: 'a character', isPaused: true }],
    ['signed', { state: 'signed', isPaused: true, credential: { state: 'valid' } }],
    ['failed', { state: 'signed', fault: 'no font', credential: { state: 'valid' } }],
    ['issued', { state: 'issued', credential: { state: 'valid' } }],
    ['suspended', { state: 'issued', credential: { state: 'suspended' } }],
    ['revoked', { state: 'signed', fault: 'no font', credential: { state: 'revoked' } }],
  ])('as %s', (expected, parts) => expect(awardStandingOf({ ...queued, ...parts })).toBe(expected));
});

describe('an issue', () => {
  it('reaches each of its states', () => {
    expect(unreachableStates(issueProcess, 'queued')).toEqual([]);
  });

  it('is never signed while it is stopped', () => {
    expect(issueProcess.stopped.to).not.toContain('signed');
  });
});

describe('an award is tried again', () => {
  const stopped: Issuing = { state: 'stopped', fault: null, waitsForLearner: false, credential: null };
  it.each<[string, Partial<Issuing>, string]>([
    ['once it has stopped', {}, 'issue'],
    ['when its job failed', { state: 'queued', fault: 'no key' }, 'issue'],
    ['when its documents failed', { state: 'signed', credential: { fault: 'no font' } }, 'documents'],
    ['not while its job is to come', { state: 'queued' }, 'credentials.nothing-to-retry'],
    [
      'not while its documents are printed',
      { state: 'signed', credential: { fault: null } },
      'credentials.nothing-to-retry',
    ],
    ['not once it is revoked', { state: 'signed' }, 'credentials.nothing-to-retry'],
    ['not once it is issued', { state: 'issued', credential: { fault: null } }, 'credentials.nothing-to-retry'],
    [
      'by the learner’s word alone, where it waits for that',
      { waitsForLearner: true },
      'credentials.waits-for-learner',
    ],
  ])('%s', (_, issue, expected) => expect(codeOf(retryIssue({ ...stopped, ...issue }))).toBe(expected));

  it.each([
    [null, true],
    ['queued', true],
    ['stopped', true],
    ['signed', 'credentials.already-awarded'],
    ['issued', 'credentials.already-awarded'],
  ] as const)('with the names that the learner confirms: while it is %s', (state, expected) => {
    expect(codeOf(confirmLearner(state))).toBe(expected);
  });

  it('ends once', () => {
    for (const as of ['revoked', 'superseded'] as const) {
      expect(endCredential('valid', as)).toBe(as);
      expect(codeOf(endCredential('revoked', as))).toBe('credentials.not-valid');
      expect(codeOf(endCredential('superseded', as))).toBe('credentials.not-valid');
    }
  });
});
