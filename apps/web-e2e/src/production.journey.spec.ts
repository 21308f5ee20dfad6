import { installation } from './harness';
import { setUp } from './second-course';

describe('an empty production of one process', () => {
  const there = installation('embedded');

  it('gets a coordinator, a programme, an edition and colleagues who join by mail', () => setUp(there), 240_000);
});
