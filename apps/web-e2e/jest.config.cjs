module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'web-e2e',
  rootDir: __dirname,
  testMatch: ['**/*.journey.spec.ts'],
  testEnvironment: '<rootDir>/jest.environment.cjs',
  // Seeds the demo once; every journey runs on its own copy of it.
  globalSetup: '<rootDir>/src/harness/seed.ts',
  globalTeardown: '<rootDir>/src/harness/unseed.ts',
  testTimeout: 4 * 60_000,
};
