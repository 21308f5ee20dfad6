import { inOrganisation } from '@libretto/domain';

/** Giving roles needs to find people: coordinators see everybody's account. Nobody else looks anybody up. */
export const mayManagePeople = inOrganisation('coordinator');
