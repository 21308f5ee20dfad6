/** Files that the specs of one run share, in a folder that is removed after them. */
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

module.exports = () => {
  process.env.LIBRETTO_TEST_RUN = mkdtempSync(join(tmpdir(), 'libretto-run-'));
};
