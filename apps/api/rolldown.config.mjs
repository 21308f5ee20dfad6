import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { defineConfig } from 'rolldown';

// Our own code and libraries become one bundle; the dependencies in package.json stay in node_modules.
const { dependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const external = [/^node:/, ...builtinModules, ...Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`))];

export default defineConfig({
  // They start beside the bundle as processes of their own.
  input: {
    main: 'src/main.ts',
    worker: 'src/worker.ts',
    typesetter: 'src/platform/pdf/typesetter.ts',
    'file-worker': 'src/platform/files/worker/file-worker.ts',
    'sheet-worker': 'src/platform/sheets/sheet-worker.ts',
    'yaml-worker': 'src/platform/yaml/yaml-worker.ts',
    programme: 'src/programme.ts',
    coordinator: 'src/coordinator.ts',
    institutions: 'src/institutions.ts',
  },
  moduleTypes: { '.typ': 'text' },
  platform: 'node',
  tsconfig: 'tsconfig.json',
  external,
  transform: { target: 'es2022' },
  output: {
    dir: '../../dist/apps/api',
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name].mjs',
    cleanDir: true,
  },
});
