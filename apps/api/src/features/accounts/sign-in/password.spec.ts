import { Refused } from '../../../platform/refusals/refused';
import { hashOf, isPasswordOf } from './password';

describe('passwords', () => {
  it('are checked in turn, and refused politely while too many wait', async () => {
    const passwordHash = await hashOf('a long password');
    const asked = await Promise.allSettled(
      Array.from({ length: 250 }, () => isPasswordOf(passwordHash, 'a long password')),
    );
    const refused = asked.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(50);
    for (const one of refused) {
      const { reason } = one as PromiseRejectedResult;
      expect(reason).toBeInstanceOf(Refused);
      expect((reason as Refused).refusal.refused).toBe('common.busy');
    }
    expect(asked.filter((one) => one.status === 'fulfilled' && one.value)).toHaveLength(250 - refused.length);
    expect(await isPasswordOf(passwordHash, 'a long password')).toBe(true);
    expect(await isPasswordOf(passwordHash, 'another')).toBe(false);
  }, 60_000);
});
