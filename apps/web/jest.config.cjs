const { createCjsPreset } = require('jest-preset-angular/presets');
const { cacheDirectory, moduleNameMapper, workerIdleMemoryLimit } = require('../../jest.preset.cjs');

const preset = createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' });
module.exports = {
  ...preset,
  displayName: 'web',
  cacheDirectory,
  rootDir: __dirname,
  testEnvironment: 'jsdom',
  testMatch: ['**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/test-setup.ts'],
  // These packages ship ES modules as .js; the preset only knows .mjs.
  transformIgnorePatterns: [
    'node_modules/(?!(.*\\.mjs$|@angular/common/locales/.*\\.js$|@jsverse/|intl-messageformat/|@formatjs/|csv-parse/|uuid/|@observablehq/|d3|internmap/|delaunator/|robust-predicates/|interval-tree-1d/|binary-search-bounds/|isoformat/))',
  ],
  moduleNameMapper,
  workerIdleMemoryLimit,
  // The first spec of a page also compiles all parts of the page, which takes long on a busy machine.
  testTimeout: 30_000,
};
