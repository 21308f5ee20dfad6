// The signature libraries that check ours ship as ES modules only, and so does intl-messageformat: swc turns them into CommonJS.
const preset = require('../../jest.preset.cjs');
module.exports = {
  ...preset,
  displayName: 'credentials',
  rootDir: __dirname,
  transform: { '^.+\\.(ts|js)$': preset.transform['^.+\\.ts$'] },
  transformIgnorePatterns: [
    'node_modules/(?!(@digitalbazaar|base58-universal|base64url-universal|intl-messageformat|@formatjs)/)',
  ],
};
