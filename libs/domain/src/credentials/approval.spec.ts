import { isRefusal } from '../refusal';
import { approvalsAsked, approveAward, type ApprovingAward } from './approval';
import { issueProcess } from './credential';

const waiting: ApprovingAward = { state: 'unapproved', isOwn: false, hasApproved: false };

describe('an approval', () => {
  it.each([
    [undefined, 0],
    ['none', 0],
    ['one', 1],
    ['two', 2],
  ] as const)('is asked of so many as the programme says: %s, %d', (demand, expected) => {
    expect(approvalsAsked(demand)).toBe(expected);
  });

  it.each<[string, Partial<ApprovingAward>, true | string]>([
    ['that waits for it', {}, true],
    ['that is one’s own', { isOwn: true }, 'credentials.is-own'],
    ['that the same person has approved', { hasApproved: true }, 'credentials.approved-already'],
    ['that lacks something', { state: 'stopped' }, 'credentials.nothing-to-approve'],
    ['that is issued', { state: 'issued', hasApproved: true }, 'credentials.nothing-to-approve'],
  ])('of an award %s', (_, change, expected) => {
    const answer = approveAward({ ...waiting, ...change });
    expect(isRefusal(answer) ? answer.refused : answer).toBe(expected);
  });

  it('is all that an award waits for: afterwards it goes on, or stops', () => {
    expect(issueProcess.queued.to).toContain('unapproved');
    expect(issueProcess.unapproved.to).toEqual(['queued', 'stopped', 'signed']);
  });
});
