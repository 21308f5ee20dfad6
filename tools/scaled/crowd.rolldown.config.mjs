import { join } from 'node:path';
import config from '../../apps/api/rolldown.config.mjs';

// The api's own code, which knows its tables, as a program that fills a database (crowd.mjs), with the workers beside it.
const root = join(import.meta.dirname, '..', '..');
export default {
  ...config,
  cwd: join(root, 'apps', 'api'),
  input: { ...config.input, crowd: 'src/testing/crowd.main.ts' },
  output: { ...config.output, dir: join(root, 'dist', 'tools') },
};
