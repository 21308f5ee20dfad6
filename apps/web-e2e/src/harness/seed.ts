import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct } from './product';

/** Starts the product once on an empty folder, so that it migrates and seeds itself; journeys copy the result. */
export default async function seed(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'libretto-seed-'));
  const product = await startProduct(folder);
  await product.stop();
  process.env['LIBRETTO_SEED'] = folder;
  process.env['LIBRETTO_SEED_PORT'] = new URL(product.url).port;
}
