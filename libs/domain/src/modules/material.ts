import { showsAsItIs } from '../text';

/** What a module's page offers to read, watch or download. */
export const materialKinds = ['file', 'link', 'text'] as const;
export type MaterialKind = (typeof materialKinds)[number];

/**
 * A link may lead to the web and nowhere else: no script, no data, no file of the reader's own machine. It leads where it seems
 * to: what stands before an `@` looks like the site and is none.
 */
export const isWebAddress = (address: string): boolean =>
  /^https?:\/\/[^\s/?#@\\]+([/?#]\S*)?$/i.test(address) && showsAsItIs(address);
