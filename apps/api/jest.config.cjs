// Nest and others ship as ES modules only: NODE_OPTIONS=--experimental-vm-modules lets CommonJS specs require them.
const preset = require('../../jest.preset.cjs');
module.exports = {
  ...preset,
  displayName: 'api',
  rootDir: __dirname,
  setupFiles: ['reflect-metadata'],
  testTimeout: 20_000,
};
