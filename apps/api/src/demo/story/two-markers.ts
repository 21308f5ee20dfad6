import { markWork, readMarkingPlan, readWorkToMark, setMarkersOfWork } from '@libretto/contracts';
import type { WorkMark } from '@libretto/domain';
import type { Cast, Player } from './cast';
import type { Story } from './story';

/** Where a work is. */
export interface WorkAt {
  editionId: string;
  workId: string;
}

/** The coordinator asks two markers for the work of a group. Answers where it is. */
export async function workToMark(
  story: Story,
  { people }: Cast,
  editionId: string,
  groupName: string,
  markers: readonly Player[],
): Promise<WorkAt> {
  const by = people.coordinator.accountId;
  const { items } = await story.let(by, readMarkingPlan, { params: { editionId } });
  const workId = items.find((work) => work.group === groupName)?.workId;
  if (!workId) throw new Error(`${groupName} has handed in nothing.`);
  const params = { editionId, workId };
  await story.let(by, setMarkersOfWork, { params, body: { accountIds: markers.map(({ accountId }) => accountId) } });
  return params;
}

/** One of the two marks it, row by row of the rubric. */
export async function mark(
  story: Story,
  { accountId }: Player,
  params: WorkAt,
  said: WorkMark,
  comment: string,
): Promise<void> {
  const { rubric, versions } = await story.let(accountId, readWorkToMark, { params });
  const isPassed = said.outcome === 'passed';
  const body = {
    ...said,
    version: versions[0]?.version ?? 1,
    rubric: rubric.map(({ id: row }) => ({ row, level: isPassed ? 'met' : 'partly' })),
    comment,
    ...(isPassed ? {} : { mustChange: 'Show the people who agreed to be portrayed.', stays: 'The order.' }),
  };
  await story.let(accountId, markWork, { params, body });
}
