/** What every node-side project's tests share: TypeScript through swc, the libraries by their names. */
const library = (name) => `${__dirname}/libs/${name}/src/index.ts`;

module.exports = {
  // Kept from run to run, wherever a run has its temporary files.
  cacheDirectory: `${__dirname}/node_modules/.cache/jest`,
  testEnvironment: 'node',
  // Not all that a file of specs leaves in memory is collected: a worker that holds this much is replaced, before it only collects.
  workerIdleMemoryLimit: '700MB',
  testMatch: ['**/*.spec.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  moduleNameMapper: {
    '^@libretto/contracts/first$': `${__dirname}/libs/contracts/src/first.ts`,
    '^@libretto/language/files$': `${__dirname}/libs/language/src/files.ts`,
    '^@libretto/credentials/(node|words)$': `${__dirname}/libs/credentials/src/$1.ts`,
    ...Object.fromEntries(
      ['domain', 'contracts', 'credentials', 'language'].map((name) => [`^@libretto/${name}$`, library(name)]),
    ),
  },
};
