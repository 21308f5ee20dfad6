import { rmSync } from 'node:fs';
import { endBrowser } from './windows';

/** With one worker, Jest runs all files in this process; other workers end their browsers as they end themselves. */
export default async function unseed(): Promise<void> {
  await endBrowser();
  const folder = process.env['LIBRETTO_SEED'];
  if (folder) rmSync(folder, { recursive: true, force: true });
}
