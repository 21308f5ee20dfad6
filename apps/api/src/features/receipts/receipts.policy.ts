import { inEdition } from '@libretto/domain';

/** The query then checks whether the version is of the actor's group. Nobody who marks gets one: it names its group. */
export const mayAskForReceipts = inEdition('participant');
