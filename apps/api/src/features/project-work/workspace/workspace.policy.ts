import { anyOf } from '@libretto/domain';
import { mayReadWorks, mayTakePart } from '../project-work.policy';

/** Whoever is let in must also be of the group, or read the works of all. */
export const mayOpenWorkspaces = anyOf(mayTakePart, mayReadWorks);
export const mayWorkTogether = mayTakePart;
