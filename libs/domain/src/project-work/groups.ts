import { type Refusal, refuse } from '../refusal';
import type { BriefAuthors } from './briefs';

/** How many people hand in together. */
export interface GroupSize {
  readonly least: number;
  readonly most: number;
}

/** Where a brief says nothing. */
export const usualGroupSize: GroupSize = { least: 1, most: 30 };

/** What a brief says of its groups. */
export interface GroupTerms {
  readonly by: BriefAuthors;
  readonly size?: GroupSize | undefined;
}

interface Compatriot {
  readonly country: string;
}

/** Whether these people may come into a group beside its members: it has room, and a national group one country. */
export function enterGroup(
  members: readonly Compatriot[],
  newcomers: readonly Compatriot[],
  { by, size: { most } = usualGroupSize }: GroupTerms,
): true | Refusal {
  if (!newcomers.length) return true;
  if (members.length + newcomers.length > most) return refuse('project-work.group-full', { most });
  const countries = new Set([...members, ...newcomers].map(({ country }) => country));
  return by === 'national-group' && countries.size > 1 ? refuse('project-work.other-country') : true;
}

/** Whether participants choose their groups themselves at this moment; the last moment still counts. */
export function mayChooseGroup(until: Date | null, now: Date): true | Refusal {
  if (!until) return refuse('project-work.no-choice');
  return now <= until || refuse('project-work.choice-over', { until: until.toISOString() });
}
