/**
 * The contracts that the web application needs before any page: the signed-in person, their editions, and the way to
 * call the API. Its first bundle imports them from here, since importing the index brings every contract along.
 */
export { changeMe, readMe, signOut } from './accounts';
export { countryCodes, languageCodes, standardLanguageName } from './codes';
export { readDemo } from './demo';
export { readUnread } from './notices';
export { readEditions } from './own-editions';
export { problem } from './problem';
export { addressOf } from './route';
export { askTogether, longestQuestion, mostTogether } from './together';
export { languageCookie, saysFirstWords } from './web-pages';
