const { createCjsPreset } = require('jest-preset-angular/presets');
const { cacheDirectory, moduleNameMapper } = require('../../jest.preset.cjs');

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
    'node_modules/(?!(.*\\.mjs$|@angular/common/locales/.*\\.js$|icu-minify/|@noble/ciphers/|fullcalendar/|@fullcalendar/|@full-ui/|preact/|temporal-polyfill/|temporal-utils/|temporal-spec/|@formatjs/|csv-parse/|uuid/|@observablehq/|d3|internmap/|delaunator/|robust-predicates/|interval-tree-1d/|binary-search-bounds/|isoformat/))',
  ],
  moduleNameMapper,
  // Not all that a file of specs leaves in memory is collected: a worker that holds this much is replaced.
  workerIdleMemoryLimit: '700MB',
  // The first spec of a page also compiles all parts of the page, which takes long on a busy machine.
  testTimeout: 30_000,
};
