import { readEdition } from '@libretto/contracts';
import { type Api, codeOf } from '../api';

/** Whether an edition exists; loaded only where somebody comes to a page that is not theirs. */
export const isThere = (api: Api, editionId: string): Promise<boolean> =>
  api.send(readEdition, { params: { editionId } }).then(
    () => true,
    (error: unknown) => codeOf(error) !== 'common.not-found',
  );
