import { laterDay } from '../schedule';

/** The reasons why a participant can be behind. */
export const behindGrounds = ['hours', 'materials', 'work'] as const;
export type BehindGround = (typeof behindGrounds)[number];

/** The days after its opening within which a required material is to be finished. */
export const daysToFinish = 7;

/** How far a participant has come. */
export interface Headway {
  /** They have recorded less of the planned hours than the programme's share. */
  readonly lacksHours: boolean;
  /** The required materials whose days are over and that they have not finished. */
  readonly unfinished: number;
  /** The briefs whose deadline has passed for them and for which nothing has come. */
  readonly overdue: number;
}

/** The reasons why a participant is behind; none if they are not. */
export const behindBecause = ({ lacksHours, unfinished, overdue }: Headway): BehindGround[] => {
  const found: Readonly<Record<BehindGround, boolean>> = {
    hours: lacksHours,
    materials: unfinished > 0,
    work: overdue > 0,
  };
  return behindGrounds.filter((ground) => found[ground]);
};

/** The last day on which a required material may have opened that is to be finished by now. */
export const lastDayToFinish = (today: string): string => laterDay(today, -daysToFinish);
