import { readFileSync } from 'node:fs';
import { defineConfig } from 'rolldown';

const { version, license } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** The packed library runs by itself: everything is bundled, so nothing is installed beside it. */
const manifest = {
  name: '@libretto/credentials',
  version,
  license,
  description:
    'Builds, signs, verifies and explains credentials: issues Open Badges 3.0 and verifies those of others too.',
  type: 'module',
  engines: { node: '>=20' },
  exports: { '.': './index.mjs', './node': './node.mjs', './words': './words.mjs' },
  bin: { 'libretto-verify': './libretto-verify.mjs', 'libretto-log': './libretto-log.mjs' },
};

const packageFiles = {
  name: 'package-files',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: `${JSON.stringify(manifest, null, 2)}\n` });
    this.emitFile({
      type: 'asset',
      fileName: 'README.md',
      source: readFileSync(new URL('README.md', import.meta.url), 'utf8'),
    });
  },
};

export default defineConfig({
  input: {
    index: 'src/index.ts',
    node: 'src/node.ts',
    words: 'src/words.ts',
    'libretto-verify': 'src/command-line/main.ts',
    'libretto-log': 'src/command-line/log-main.ts',
    'read-attachments': 'src/command-line/read-attachments.ts',
  },
  platform: 'node',
  tsconfig: 'tsconfig.json',
  // The packages' own browser halves need neither node's modules nor an HTTP client: the same files serve both worlds.
  resolve: { aliasFields: [['browser']] },
  transform: { target: 'es2022' },
  plugins: [packageFiles],
  output: {
    dir: '../../dist/libs/credentials',
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name].mjs',
    cleanDir: true,
  },
});
