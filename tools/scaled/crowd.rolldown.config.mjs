import { join } from 'node:path';
import config from '../../apps/api/rolldown.config.mjs';

// The api's own code, which knows its tables, in one file that fills a database (crowd.mjs).
const root = join(import.meta.dirname, '..', '..');
export default {
  ...config,
  cwd: join(root, 'apps', 'api'),
  input: { crowd: 'src/testing/crowd.main.ts' },
  output: { ...config.output, dir: join(root, 'dist', 'tools') },
};
