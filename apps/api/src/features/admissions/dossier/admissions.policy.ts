import { anyOf, inEdition, inOrganisation, signedIn } from '@libretto/domain';

/** People reach only their own application: commands and queries check whose it is. */
export const mayApply = signedIn;
/** The query itself admits only the applicant and the members who may read the dossier. */
export const mayReadEvidence = signedIn;
/** Conflicts and declarations decide which dossiers open to a member: see `readingOf` in the domain. */
export const mayReadDesk = inEdition('member', 'chair', 'deputy');
export const mayVote = mayReadDesk;
/** The chair of the application may return it: the rule finds out who chairs. */
export const mayReturn = inEdition('chair', 'deputy');
/** The deputy rules where the chair is in conflict: the rule finds out who chairs the application. */
export const mayRule = inEdition('chair', 'deputy');
/** The commission and coordinators read minutes, each without the applications with which they are in conflict. */
export const mayReadMeetings = anyOf(mayReadDesk, inOrganisation('coordinator'));
/** The deputy may hold meetings too: the chair of each application rules on it in the same meeting. */
export const mayHoldMeetings = mayRule;
/** On appeal another member may chair, if chair and deputy ruled first: the rule finds out who. */
export const mayRuleWhereOneChairs = mayReadDesk;
/**
 * The states of applications without any word of the commission, and without the reader's own and those in conflict.
 */
export const mayReadApplications = inOrganisation('coordinator', 'registrar');
export const mayAssignDossiers = inOrganisation('coordinator');
/** A coordinator who sits in the commission sees only the applications that they may know of. */
export const mayPinConflicts = inOrganisation('coordinator');
/** Votes with names and reasons, in a bound dossier: for the registrar's records, once there is a ruling. */
export const mayReadDeliberation = inOrganisation('registrar');
/** Only the coordinator sees the holders of the places, without the people with whom they are in conflict. */
export const mayReadPlacesDesk = inOrganisation('coordinator');
/** The number of places held. Only the coordinator sees which institutions hold them. */
export const mayReadPlaces = anyOf(inOrganisation('coordinator'), inEdition('chair', 'deputy'));
export const mayReadHolders = inOrganisation('coordinator');
/** The log of letters, and the letters themselves: without those to people with whom the reader is in conflict. */
export const mayReadLetters = inOrganisation('coordinator');
