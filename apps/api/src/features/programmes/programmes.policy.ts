import { anyone, inOrganisation } from '@libretto/domain';

/** The catalogue is for visitors. */
export const mayReadProgrammes = anyone;
export const mayPublishProgramme = inOrganisation('coordinator');
