import { rmSync } from 'node:fs';

export default function unseed(): void {
  const folder = process.env['LIBRETTO_SEED'];
  if (folder) rmSync(folder, { recursive: true, force: true });
}
