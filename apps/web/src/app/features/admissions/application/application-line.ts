import type { MyApplication, MyPlace } from '@libretto/contracts';
import type { ApplicationState } from '@libretto/domain';
import type { Step } from '../../../ui/steps';
import type { Tone } from '../../../ui/status';

/** The look of each state of an application in a list. */
export const applicationTones: Readonly<Record<ApplicationState, Tone>> = {
  draft: 'now',
  submitted: 'wait',
  'under-review': 'wait',
  returned: 'now',
  ruled: 'good',
  appealed: 'wait',
  withdrawn: 'plain',
};

/** The stations of an application, in their order; each is a key of the language files. */
const stations = ['draft', 'submitted', 'changes', 'commission', 'ruling', 'appeal', 'place'] as const;
export type Station = (typeof stations)[number];

type Standing = readonly [now: Station, stoppedAt?: Station];

const standings: Readonly<Record<ApplicationState, Standing>> = {
  draft: ['draft'],
  submitted: ['submitted'],
  'under-review': ['commission'],
  returned: ['changes'],
  ruled: ['place'],
  appealed: ['appeal'],
  withdrawn: ['submitted', 'submitted'],
};

/**
 * The stations of an application, and the present one. An accepted place is the last one; a rejection ends the line at
 * the ruling, or at the appeal against it. The stations of an appeal and of a return are there only if there was one.
 */
export function lineOf(
  { state, ruling, appeal }: Pick<NonNullable<MyApplication['application']>, 'state' | 'ruling' | 'appeal'>,
  offer: NonNullable<MyPlace['offer']>['state'] | null,
): { station: Station; is: Step['is'] }[] {
  const isThere: Partial<Record<Station, boolean>> = { changes: state === 'returned', appeal: appeal !== null };
  const line = stations.filter((station) => isThere[station] ?? true);
  const decidedAt = appeal ? 'appeal' : 'ruling';
  const isRejected = state === 'ruled' && ruling?.outcome === 'rejected';
  const [now, stopped] = isRejected ? ([decidedAt, decidedAt] as const) : standings[state];
  const isLost = offer !== null && offer !== 'open' && offer !== 'accepted';
  const stoppedAt = isLost ? 'place' : stopped;
  const at = line.indexOf(now);
  return line.map((station, index) => {
    if (station === stoppedAt) return { station, is: 'stopped' };
    if (index < at || (station === 'place' && offer === 'accepted')) return { station, is: 'done' };
    return { station, is: index === at && !stoppedAt ? 'now' : 'to-come' };
  });
}
