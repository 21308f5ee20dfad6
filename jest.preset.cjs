/** What every node-side project's tests share: TypeScript through swc, the libraries by their names. */
const library = (name) => `${__dirname}/libs/${name}/src/index.ts`;

module.exports = {
  // Kept from run to run, wherever a run has its temporary files.
  cacheDirectory: `${__dirname}/node_modules/.cache/jest`,
  // Modules are loaded once for all files of specs: docs/decisions/039.
  runtime: `${__dirname}/tools/jest/shared-modules.cjs`,
  testEnvironment: `${__dirname}/tools/jest/shared-environment.cjs`,
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
    '^@libretto/domain/first$': `${__dirname}/libs/domain/src/first.ts`,
    '^@libretto/domain/annotations$': `${__dirname}/libs/domain/src/project-work/annotations.ts`,
    '^@libretto/domain/similarity$': `${__dirname}/libs/domain/src/project-work/similarity.ts`,
    '^@libretto/contracts/first$': `${__dirname}/libs/contracts/src/first.ts`,
    '^@libretto/language/files$': `${__dirname}/libs/language/src/files.ts`,
    '^@libretto/credentials/(node|words)$': `${__dirname}/libs/credentials/src/$1.ts`,
    ...Object.fromEntries(
      ['domain', 'contracts', 'credentials', 'language'].map((name) => [`^@libretto/${name}$`, library(name)]),
    ),
  },
};
