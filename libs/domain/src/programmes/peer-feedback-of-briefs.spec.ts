import { faultsOf, type ProgrammeDraft } from '.';
import { sound } from './sound-programme.builder';

describe('the peer feedback of a brief', () => {
  it.each<[string, Partial<ProgrammeDraft>, string, (string | number)[], object]>([
    [
      'feedback of nobody',
      { projectWork: { module: 3, by: 'group', peerFeedback: {} } },
      'no-feedback-asked',
      ['projectWork', 'peerFeedback'],
      {},
    ],
    [
      'feedback within a group of people who work alone',
      { projectWork: { module: 3, by: 'person', peerFeedback: { within: {} } } },
      'only-for-groups',
      ['projectWork', 'peerFeedback', 'within'],
      { field: 'within' },
    ],
    [
      'feedback without names in groups of two',
      {
        projectWork: {
          module: 3,
          by: 'group',
          size: { least: 2, most: 4 },
          peerFeedback: { within: {}, anonymous: true },
        },
      },
      'too-few-for-anonymity',
      ['projectWork', 'peerFeedback', 'anonymous'],
      { least: 2, needed: 3 },
    ],
    [
      'two rows of a peers’ rubric with one id',
      { projectWork: { module: 3, peerFeedback: { across: { rubric: [{ id: 'a' }, { id: 'a' }] } } } },
      'repeated-id',
      ['projectWork', 'peerFeedback', 'across', 'rubric', 1, 'id'],
      { id: 'a' },
    ],
  ])('has a fault: %s', (_, changed, code, path, numbers) => {
    expect(faultsOf({ ...sound, ...changed })).toContainEqual({ path, refused: `programmes.${code}`, numbers });
  });

  it('is sound within groups of three without names, and is something to complete', () => {
    const peerFeedback = { within: {}, across: {}, anonymous: true, counts: 'completion' as const };
    const projectWork = { module: 3, by: 'group' as const, size: { least: 3, most: 4 }, peerFeedback };
    const completion = { inPresencePercent: 0, projectWorkPassed: false };
    expect(faultsOf({ ...sound, projectWork, completion })).toEqual([]);
  });
});
