import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { EditionMoved } from '../../../editions';
import { WorkHandedIn } from '../../project-work.events';

/** Asks for the feedback of an edition: at a deadline, for a late work, and where a newer version of the programme asks for it. */
export const askPeers = job({
  name: 'project-work.ask-peers',
  payload: z.object({ editionId: id }),
  on: [on(WorkHandedIn, ({ editionId }) => [{ editionId }]), on(EditionMoved, ({ editionId }) => [{ editionId }])],
});

/** Asks once a day for the feedback of those who joined a group since. */
export const askLatecomers = job({ name: 'project-work.ask-latecomers', payload: z.object({}), daily: true });
