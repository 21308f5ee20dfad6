const SharedEnvironment = require('../../tools/jest/shared-environment.cjs');

/** Lets what runs after a test know whether it failed: then the windows tell what they show. */
module.exports = class JourneyEnvironment extends SharedEnvironment {
  handleTestEvent({ name }) {
    if (name === 'test_start') this.global.testHasFailed = false;
    if (name === 'test_fn_failure') this.global.testHasFailed = true;
  }
};
