/**
 * Folders stand above each other: two folders must not need each other, even through others. A folder counts with
 * everything below it. Specs and the test app are left out, since they need everything.
 */
const { options } = require('./dependency-cruiser.cjs');

module.exports = {
  forbidden: [
    {
      name: 'no-folder-cycles',
      comment:
        'Two folders that need each other are one, or share something that belongs below both. Move it down, tell the upper one by an event, or let the caller hand it in.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: { ...options, exclude: { path: ['\\.spec\\.[a-z]+$', '/testing/'] } },
};
