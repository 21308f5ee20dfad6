import type { MaterialKind } from './material';

/** What became of a material for one participant: it was opened, and perhaps finished, in one of these ways. */
export const waysToFinish = ['opened', 'read', 'marked'] as const;
export type WayToFinish = (typeof waysToFinish)[number];

/** What a participant's browser, or the participant, says of a material. */
export const progressSteps = ['opened', 'read', 'marked', 'unmarked'] as const;
export type ProgressStep = (typeof progressSteps)[number];

export interface Progress {
  readonly openedAt: Date;
  readonly finishedAt: Date | null;
  readonly finishedBy: WayToFinish | null;
}

/**
 * What finishes a material by itself: a page is read to its end, a file or a link needs only to be opened. What somebody saw of a video
 * only its site knows: they mark it themselves.
 */
const finishes: Record<MaterialKind, WayToFinish> = { file: 'opened', link: 'opened', page: 'read', video: 'marked' };

/**
 * A participant's progress after a step. What is finished stays so, with the day and the way of the first time; only what
 * somebody marked themselves they can take back.
 */
export function progressAfter(kind: MaterialKind, now: Progress | null, step: ProgressStep, at: Date): Progress {
  const opened = now ?? { openedAt: at, finishedAt: null, finishedBy: null };
  if (step === 'unmarked')
    return opened.finishedBy === 'marked' ? { ...opened, finishedAt: null, finishedBy: null } : opened;
  const isEnough = step === 'marked' || step === finishes[kind];
  return isEnough && !opened.finishedAt ? { ...opened, finishedAt: at, finishedBy: step } : opened;
}

/** Whether a material is open to participants: from its day on, by the calendar of the edition. */
export const isOpenOn = (opensOn: string | null, today: string): boolean => opensOn === null || opensOn <= today;
