import { laterDay } from '@libretto/domain';
import type { EditionCard } from '../../editions';

/** The sessions that the programme foresees, on the days of an edition. */
export const foreseenIn = ({ startsOn, definition }: Pick<EditionCard, 'startsOn' | 'definition'>) =>
  definition.modules.flatMap(({ number, sessions }) =>
    (sessions ?? []).map(({ title, day, from, to }) => ({
      moduleNumber: number,
      title: { ...title },
      day: laterDay(startsOn, day - 1),
      from,
      to,
    })),
  );
