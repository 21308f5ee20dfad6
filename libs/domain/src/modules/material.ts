/** What a module's page offers to read, watch or download. */
export const materialKinds = ['file', 'link', 'text'] as const;
export type MaterialKind = (typeof materialKinds)[number];

/** A link may lead to the web and nowhere else: no script, no data, no file of the reader's own machine. */
export const isWebAddress = (address: string): boolean => /^https?:\/\/[^\s/?#]+\S*$/i.test(address);
