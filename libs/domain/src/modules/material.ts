import { showsAsItIs } from '../text';

/** The kinds of material on a module's page. */
export const materialKinds = ['file', 'link', 'page', 'self-test', 'video'] as const;
export type MaterialKind = (typeof materialKinds)[number];

/**
 * A link may lead to the web only: not to a script, to data, or to a file of the reader's machine. It must not mislead:
 * text before an `@` looks like the site, but is not.
 */
export const isWebAddress = (address: string): boolean =>
  /^https?:\/\/[^\s/?#@\\]+([/?#]\S*)?$/i.test(address) && showsAsItIs(address);

/** What is written in the browser: it has drafts and versions, and participants see it once it is published. */
export const isWritten = (kind: MaterialKind): boolean => kind === 'page' || kind === 'self-test';
