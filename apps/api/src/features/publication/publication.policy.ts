import { anyone, inEdition, inOrganisation } from '@libretto/domain';

export const mayPublish = inOrganisation('coordinator');
/** The command then checks that the work is the actor's own group's. */
export const mayConsent = inEdition('participant');
/** What is in print is for everybody. */
export const mayReadPrinted = anyone;
