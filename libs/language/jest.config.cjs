// intl-messageformat ships as ES modules only: swc turns it into CommonJS for Jest.
const preset = require('../../jest.preset.cjs');
module.exports = {
  ...preset,
  displayName: 'language',
  rootDir: __dirname,
  transform: { '^.+\\.(ts|js)$': preset.transform['^.+\\.ts$'] },
  transformIgnorePatterns: ['node_modules/(?!(intl-messageformat|@formatjs)/)'],
};
