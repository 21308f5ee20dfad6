import { enter, expectNoViolations, linkMailedTo, type Person, signIn } from '../harness';
import type { Page } from 'playwright-core';
import { type Newcomer, newcomer } from './person';
import { programmeTitle } from './programme';

/** The place, the people and the programme of a way. */
export interface Play {
  readonly newcomer: Newcomer;
  /** In English, as its pages show it. */
  readonly programmeTitle: string;
  /** The awarded credential. */
  readonly credentialTitle: string;
  /** The statement of one criterion. */
  readonly criterion: string;
  /** The subject of the letter of admission, in the newcomer's language. */
  readonly admitted: string;
  readonly projectWork: string;
  readonly tutor: string;
  /** Signs in as the person who does this work, on the way to a page. */
  as(page: Page, person: Person | 'newcomer', path: string): Promise<void>;
  linkMailedTo(page: Page, email: string, subject: string): Promise<string>;
  /** Checks the accessibility of a page that no other journey inspects, in one of the ways that visit it. */
  inspect(page: Page): Promise<void>;
}

/** The small programme, played with the people of the demo. */
export const demoPlay: Play = {
  newcomer,
  programmeTitle,
  credentialTitle: programmeTitle,
  criterion: 'A first-cycle degree.',
  admitted: `You are admitted to ${programmeTitle}`,
  projectWork: 'Three diplomas',
  tutor: 'Teresa Tavares',
  as: (page, person, path) => (person === 'newcomer' ? enter(page, newcomer, path) : signIn(page, person, path)),
  linkMailedTo,
  inspect: expectNoViolations,
};
