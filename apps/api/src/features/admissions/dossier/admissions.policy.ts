import { anyOf, inEdition, inOrganisation, signedIn } from '@libretto/domain';

/** Everybody has to do with their own application only: commands and questions ask whose it is. */
export const mayApply = signedIn;
/** Of the applicant and of members; which of them, the question asks. */
export const mayReadEvidence = signedIn;
/** Which dossiers open to a member follows from conflicts and declarations: see `reading.ts`. */
export const mayReadDesk = inEdition('member', 'chair', 'deputy');
export const mayVote = mayReadDesk;
/** Whoever chairs the application: the rule asks who that is. */
export const mayReturn = inEdition('chair', 'deputy');
/** The deputy rules where the chair is in conflict: the rule asks who chairs the application. */
export const mayRule = inEdition('chair', 'deputy');
/** Minutes are read by the commission and by coordinators, each without what they are in conflict with. */
export const mayReadMeetings = anyOf(mayReadDesk, inOrganisation('coordinator'));
/** The deputy too: who chairs an application rules on it in the same meeting. */
export const mayHoldMeetings = mayRule;
/** On appeal another member may chair, where chair and deputy ruled first: the rule asks who. */
export const mayRuleWhereOneChairs = mayReadDesk;
/** Where applications stand, and no more: what the commission says is not in it. Conflicts and one’s own are left out. */
export const mayReadApplications = inOrganisation('coordinator', 'registrar');
export const mayAssignDossiers = inOrganisation('coordinator');
/** A coordinator who sits in the commission meets there only what they may know of. */
export const mayPinConflicts = inOrganisation('coordinator');
/** Votes with names and reasons, in a bound dossier: for who keeps the awarding body’s records, once there is a ruling. */
export const mayReadDeliberation = inOrganisation('registrar');
/** Whose the places are is the coordinator’s to see, without the people with whom they are in conflict. */
export const mayReadPlacesDesk = inOrganisation('coordinator');
/** How many places are held. Which institutions hold them is the coordinator’s to see. */
export const mayReadPlaces = anyOf(inOrganisation('coordinator'), inEdition('chair', 'deputy'));
export const mayReadHolders = inOrganisation('coordinator');
/** The log of letters, and the letters themselves: without those of people with whom somebody is in conflict. */
export const mayReadLetters = inOrganisation('coordinator');
