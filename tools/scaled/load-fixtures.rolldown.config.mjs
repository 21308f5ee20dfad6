import { join } from 'node:path';
import config from '../../apps/api/rolldown.config.mjs';

// The api's own code, which knows its tables, as a program that fills a database (load-fixtures.mjs), with the workers
// beside it.
const root = join(import.meta.dirname, '..', '..');
export default {
  ...config,
  cwd: join(root, 'apps', 'api'),
  input: { ...config.input, 'load-fixtures': 'src/testing/load-fixtures.main.ts' },
  output: { ...config.output, dir: join(root, 'dist', 'tools') },
};
