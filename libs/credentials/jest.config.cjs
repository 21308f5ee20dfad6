module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'credentials',
  rootDir: __dirname,
  // Keys and certificates are made by another program, beside other tests.
  testTimeout: 30_000,
};
