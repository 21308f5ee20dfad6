import type { Me, MyEdition } from '@libretto/contracts';

/** What the frame around every page shows of the person: the answers of the server, as they came last. */
export interface KeptPerson {
  readonly me: Me;
  readonly editions: readonly MyEdition[];
}

const key = 'libretto.person';

/** The person who was signed in when this browser last asked; `null` where nobody was, or nothing can be kept. */
export function keptPerson(): KeptPerson | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as KeptPerson | null;
  } catch {
    return null;
  }
}

/** Keeps the person in this browser until they sign out; `null` forgets them. */
export function keepPerson(person: KeptPerson | null): void {
  try {
    if (person) localStorage.setItem(key, JSON.stringify(person));
    else localStorage.removeItem(key);
  } catch {
    // A browser without storage or room asks the server first at each opening.
  }
}

/** Calls `listener` when another window of this browser keeps or forgets a person. */
export function whenPersonChanges(listener: () => void): void {
  addEventListener('storage', (event) => {
    // Without a key, everything was cleared.
    if (event.key === key || event.key === null) listener();
  });
}
