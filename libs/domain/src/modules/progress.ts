import type { MaterialKind } from './material';

/** What became of a material for one participant: it was opened, and perhaps finished, in one of these ways. */
export const waysToFinish = ['opened', 'read', 'marked', 'passed'] as const;
export type WayToFinish = (typeof waysToFinish)[number];

/** What a participant's browser, or the participant, says of a material. */
export const progressSteps = ['opened', 'read', 'marked', 'unmarked'] as const;
export type ProgressStep = (typeof progressSteps)[number];
/** That a self-test was passed only the server says. */
type Step = ProgressStep | 'passed';

export interface Progress {
  readonly openedAt: Date;
  readonly finishedAt: Date | null;
  readonly finishedBy: WayToFinish | null;
}

/**
 * What finishes a material by itself: a page is read to its end, a file or a link needs only to be opened. What somebody saw of a video
 * only its site knows: they mark it themselves. A self-test is passed.
 */
const finishes: Record<MaterialKind, WayToFinish> = {
  file: 'opened',
  link: 'opened',
  page: 'read',
  'self-test': 'passed',
  video: 'marked',
};

/** Whether participants can say themselves that they have finished it. */
export const canBeMarked = (kind: MaterialKind): boolean => finishes[kind] !== 'passed';

/**
 * A participant's progress after a step. What is finished stays so, with the day and the way of the first time; only what
 * somebody marked themselves they can take back.
 */
export function progressAfter(kind: MaterialKind, now: Progress | null, step: Step, at: Date): Progress {
  const opened = now ?? { openedAt: at, finishedAt: null, finishedBy: null };
  if (step === 'unmarked')
    return opened.finishedBy === 'marked' ? { ...opened, finishedAt: null, finishedBy: null } : opened;
  const isEnough = (step === 'marked' && canBeMarked(kind)) || step === finishes[kind];
  return isEnough && !opened.finishedAt ? { ...opened, finishedAt: at, finishedBy: step } : opened;
}

/** Whether a material is open to participants: from its day on, by the calendar of the edition. */
export const isOpenOn = (opensOn: string | null, today: string): boolean => opensOn === null || opensOn <= today;
