/** A code that was scanned, and when by the clock of this device. */
interface KeptScan {
  readonly code: string;
  readonly at: number;
}

const key = 'libretto.scan';
const nameKey = 'libretto.device';

/** Keeps a scan until it has reached the server, also through a sign-in; one that is kept already keeps its time. Answers it. */
export function keepScan(code: string, at: number): number {
  const kept = read();
  if (kept?.code === code) return kept.at;
  write(key, JSON.stringify({ code, at } satisfies KeptScan));
  return at;
}

export function forgetScan(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** The random name of this browser. Without storage it has another one each time. */
export function deviceName(): string {
  const name = stored(nameKey) ?? [...crypto.getRandomValues(new Uint32Array(4))].join('-');
  write(nameKey, name);
  return name;
}

function read(): KeptScan | null {
  try {
    return JSON.parse(stored(key) ?? 'null') as KeptScan | null;
  } catch {
    return null;
  }
}

function stored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser without storage or room: the scan still goes to the server.
  }
}
