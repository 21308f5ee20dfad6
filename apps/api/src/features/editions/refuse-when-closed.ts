import { refuse } from '@libretto/domain';
import { Refused } from '../../platform/refusals/refused';
import type { Edition } from './edition.entity';

/** A closed edition stays as it is. */
export function refuseWhenClosed({ state }: Pick<Edition, 'state'>): void {
  if (state === 'closed') throw new Refused(refuse('editions.is-closed'));
}
