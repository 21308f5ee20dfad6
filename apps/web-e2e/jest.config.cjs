// The independent verifier's packages are ES modules only: swc turns them into CommonJS.
const preset = require('../../jest.preset.cjs');
module.exports = {
  ...preset,
  displayName: 'web-e2e',
  rootDir: __dirname,
  testMatch: ['**/*.journey.spec.ts'],
  transform: { '^.+\\.(ts|js)$': preset.transform['^.+\\.ts$'] },
  transformIgnorePatterns: ['node_modules/(?!(@digitalbazaar|base58-universal|base64url-universal)/)'],
  // Seeds the demo once; every journey runs on its own copy of it.
  globalSetup: '<rootDir>/src/harness/seed.ts',
  globalTeardown: '<rootDir>/src/harness/unseed.ts',
  testTimeout: 4 * 60_000,
};
