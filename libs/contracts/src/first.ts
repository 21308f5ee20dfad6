/**
 * What the web application needs before any page: who reads, in which edition, and how the API is spoken to. Its first bundle
 * takes these from here, as whatever it takes from the index brings every contract along.
 */
export { changeMe, readMe, signOut } from './accounts';
export { readMyApplications } from './admissions/application';
export { countryCodes, languageCodes, standardLanguageName } from './codes';
export { readDemo } from './demo';
export { readEdition, readEditions } from './editions';
export { problem } from './problem';
export { addressOf } from './route';
