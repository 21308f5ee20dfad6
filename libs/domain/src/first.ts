/**
 * The rules that the web application needs before any page. Its first bundle, and the contracts in it, import them from here,
 * since importing the index brings every rule along.
 */
export { editionRoles, organisationRoles } from './accounts/actor';
export { institutionStates } from './accounts/institution';
export { isSame } from './canonical';
export { type Change, changeBetween, type Clash, draftValueAt, merge, withValueAt } from './drafts/merge';
export { longestRowId } from './drafts/rows';
export { keysOf, same } from './drafts/same';
export { editionStates } from './editions/edition';
export { isWebAddress } from './modules/material';
export { chosenTopics, noticeChannels, noticeTopics } from './notices/delivery';
export { fullNameOf } from './text/names';
export { paragraphShowsAsItIs, showsAsItIs, tidyLine, tidyParagraph } from './text/typed';
