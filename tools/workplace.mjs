import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Three times the most that a whole run writes at once. */
const roomNeeded = 6 * 1024 ** 3;

/**
 * The folder for temporary files of a test run and of the processes that it starts. It lies in memory if the machine
 * has room there: databases that make sure of every file on a disk wait most of the time.
 */
export function openWorkplace() {
  const folder = mkdtempSync(join(hasRoom('/dev/shm') ? '/dev/shm' : tmpdir(), 'libretto-test-'));
  process.env.TMPDIR = folder;
  // A run starts Node some hundred times, mostly with the same programs: compiled by the first, they are there for the others.
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled');
  return { folder, close: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

function hasRoom(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > roomNeeded;
  } catch {
    return false;
  }
}
