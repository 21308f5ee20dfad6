const { rmSync } = require('node:fs');

module.exports = () => rmSync(process.env.LIBRETTO_TEST_RUN, { recursive: true });
