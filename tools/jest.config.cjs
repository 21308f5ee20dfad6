// The tools are plain ES modules: Jest takes them as they are.
module.exports = { displayName: 'tools', rootDir: __dirname, testEnvironment: 'node', testMatch: ['**/*.spec.mjs'], transform: {}, moduleFileExtensions: ['mjs', 'js', 'cjs', 'json'], testTimeout: 120_000 };
