/**
 * Folders stand above each other: what one holds may need what another holds, never both ways, whatever lies between. A folder
 * counts with all that lies in it. Specs set up whole worlds, and the test world knows everything: both are left out.
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
