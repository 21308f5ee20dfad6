// The tools are plain ES modules: Jest takes them as they are.
const { cacheDirectory } = require('../jest.preset.cjs');

module.exports = {
  cacheDirectory,
  displayName: 'tools',
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['**/*.spec.mjs'],
  transform: {},
  moduleFileExtensions: ['mjs', 'js', 'cjs', 'json'],
  testTimeout: 120_000,
};
