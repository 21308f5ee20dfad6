import type accounts from '../en/accounts.json';
import type admissions from '../en/admissions.json';
import type announcements from '../en/announcements.json';
import type booklet from '../en/booklet.json';
import type calendar from '../en/calendar.json';
import type certificate from '../en/certificate.json';
import type checkIn from '../en/check-in.json';
import type common from '../en/common.json';
import type completion from '../en/completion.json';
import type credentials from '../en/credentials.json';
import type demo from '../en/demo.json';
import type discussions from '../en/discussions.json';
import type editions from '../en/editions.json';
import type glance from '../en/glance.json';
import type modules from '../en/modules.json';
import type pages from '../en/pages.json';
import type pace from '../en/pace.json';
import type notices from '../en/notices.json';
import type peerFeedback from '../en/peer-feedback.json';
import type people from '../en/people.json';
import type personalData from '../en/personal-data.json';
import type places from '../en/places.json';
import type programmes from '../en/programmes.json';
import type projectWork from '../en/project-work.json';
import type publication from '../en/publication.json';
import type publicPages from '../en/public-pages.json';
import type schedule from '../en/schedule.json';
import type selfTests from '../en/self-tests.json';
import type shell from '../en/shell.json';
import type surveys from '../en/surveys.json';
import type textTools from '../en/text-tools.json';
import type verification from '../en/verification.json';
import type workload from '../en/workload.json';
import type workspace from '../en/workspace.json';

/** The sentences of English, by feature: every other language has the same keys. */
interface English {
  accounts: typeof accounts;
  admissions: typeof admissions;
  announcements: typeof announcements;
  booklet: typeof booklet;
  calendar: typeof calendar;
  certificate: typeof certificate;
  'check-in': typeof checkIn;
  common: typeof common;
  completion: typeof completion;
  credentials: typeof credentials;
  demo: typeof demo;
  discussions: typeof discussions;
  editions: typeof editions;
  glance: typeof glance;
  modules: typeof modules;
  pages: typeof pages;
  pace: typeof pace;
  notices: typeof notices;
  'peer-feedback': typeof peerFeedback;
  people: typeof people;
  'personal-data': typeof personalData;
  places: typeof places;
  programmes: typeof programmes;
  'project-work': typeof projectWork;
  publication: typeof publication;
  'public-pages': typeof publicPages;
  schedule: typeof schedule;
  'self-tests': typeof selfTests;
  shell: typeof shell;
  surveys: typeof surveys;
  'text-tools': typeof textTools;
  verification: typeof verification;
  workload: typeof workload;
  workspace: typeof workspace;
}

type KeysOf<Texts, Above extends string> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? `${Above}${Key}` : KeysOf<Texts[Key], `${Above}${Key}.`>;
}[keyof Texts & string];

/** Every key that can be said: one that is in no language file does not compile. */
export type SentenceKey = KeysOf<English, ''>;

/** The keys below another one, as they go on: `desk.title` below `admissions`. */
export type KeyBelow<Above extends string> = BelowOf<SentenceKey, Above>;
type BelowOf<Key, Above extends string> = Key extends `${Above}.${infer Rest}` ? Rest : never;
