import { join } from 'node:path';
import { defineConfig } from 'rolldown';

const src = join(import.meta.dirname, 'src');

/** The suites write their examples with contexts of their own, which no other build knows. */
const furtherContexts = {
  name: 'further-contexts',
  async resolveId(specifier, importer) {
    if (!specifier.endsWith('/contexts') || importer === join(src, 'conformance/contexts.ts')) return null;
    return join(src, 'conformance/contexts.ts');
  },
};

/** `npm run conformance:server`: the library behind the interface of the public conformance suites. Never shipped. */
export default defineConfig({
  input: { server: 'src/conformance/main.ts' },
  platform: 'node',
  tsconfig: 'tsconfig.json',
  resolve: { aliasFields: [['browser']] },
  plugins: [furtherContexts],
  output: { dir: '../../dist/conformance', format: 'esm', entryFileNames: '[name].mjs', cleanDir: true },
});
