const preset = require('../../jest.preset.cjs');
module.exports = {
  ...preset,
  displayName: 'api',
  rootDir: __dirname,
  // The bundler imports templates as their text, and so do specs.
  transform: { ...preset.transform, '\\.typ$': '<rootDir>/jest.text.cjs' },
  moduleNameMapper: { ...preset.moduleNameMapper, '^tinypool$': '<rootDir>/jest.kept-workers.cjs' },
  // One migrated database is kept for all specs.
  globalSetup: '<rootDir>/jest.run.cjs',
  globalTeardown: '<rootDir>/jest.run-ends.cjs',
  setupFiles: ['reflect-metadata'],
  testTimeout: 120_000,
};
