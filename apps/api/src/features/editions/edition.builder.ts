import { newId } from '../../platform/database/new-id';
import type { Edition } from './edition.entity';

/** An open edition of a published version, in the middle of its run at the clock of the specs. */
export function anEdition(programmeVersionId: string, values: Partial<Edition> = {}): Edition {
  return {
    id: newId(),
    programmeVersionId,
    name: 'Autumn 2026',
    state: 'open',
    startsOn: '2026-11-02',
    endsOn: '2026-12-11',
    applicationsCloseAt: new Date('2026-10-16T21:59:00Z'),
    timeZone: 'Europe/Rome',
    capacity: 25,
    othersSharePlaces: false,
    ...values,
  };
}
