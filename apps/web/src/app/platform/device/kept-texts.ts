const prefix = 'libretto.text/';

/** Where this browser keeps a text that a person writes together with others, also without a connection. */
export const nameOfKeptText = (account: string, text: string) => `${prefix}${account}/${text}`;

/** The next user of this browser finds none but their own. */
export async function forgetKeptTexts(own?: string): Promise<void> {
  try {
    for (const { name } of await indexedDB.databases())
      if (name?.startsWith(prefix) && (own === undefined || !name.startsWith(nameOfKeptText(own, ''))))
        indexedDB.deleteDatabase(name);
  } catch {
    // A browser without storage has kept nothing.
  }
}
