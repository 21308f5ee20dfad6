// What every file keeps to. The directions of imports are in tools/dependency-cruiser.cjs and, by project, in the tags below;
// rules that need the types are Oxlint's, which reads them in a fraction of the time: .oxlintrc.json.
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

/** Which kinds of project each kind may use. */
const mayUse = {
  domain: [],
  language: [],
  contracts: ['domain'],
  credentials: ['domain', 'language'],
  api: ['domain', 'contracts', 'credentials', 'language'],
  web: ['domain', 'contracts', 'credentials', 'language'],
  'web-e2e': ['domain', 'contracts', 'credentials', 'language'],
};

const vagueName = {
  selector: 'ClassDeclaration[id.name=/(Service|Manager|Helper|Util|Utils)$/]',
  message: 'Name the class by its job or its verb: what does it keep, post, explain?',
};
const zodByName = {
  selector: 'ImportDeclaration[source.value="zod/mini"] > ImportSpecifier',
  message: "Write `import * as z from 'zod/mini'`: `{ z }` brings every language of zod into the browser.",
};
const forwardReference = {
  selector: 'CallExpression[callee.name="forwardRef"]',
  message: 'Two things that need each other are one thing, or a third is hiding between them.',
};
const environment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'The environment is read in platform/config only: ask Config.',
};

const stateByHand = [
  'AssignmentExpression[left.property.name="state"][right.type="Literal"]',
  'CallExpression[callee.property.name="assign"][arguments.0.type="Identifier"] > ObjectExpression.arguments > Property[key.name="state"][value.type="Literal"]',
].map((selector) => ({
  selector,
  message: 'A state moves by the table of its process: `orRefuse(become(process, from, to, code))`.',
}));

export default defineConfig(
  { ignores: ['**/node_modules', 'dist', 'coverage', 'data', '.nx', '.angular', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.recommended, typescript.configs.stylistic],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          // The sentences are data: specs and the build read them as they lie there.
          allow: ['language/[a-z]{2}/[\\w-]+\\.json$'],
          // The words of a verification are light; what they describe is loaded when somebody verifies.
          checkDynamicDependenciesExceptions: ['^@libretto/credentials/words$'],
          depConstraints: Object.entries(mayUse).map(([kind, others]) => ({
            sourceTag: `kind:${kind}`,
            onlyDependOnLibsWithTags: [kind, ...others].map((name) => `kind:${name}`),
          })),
        },
      ],
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', vagueName, forwardReference, zodByName, environment, ...stateByHand],
    },
  },
  {
    // Command lines talk to a person, and specs and journeys are told by npm test where their servers are.
    files: [
      '**/*.spec.ts',
      '**/testing/**',
      'apps/api/src/command-line/**',
      'libs/credentials/src/{command-line,conformance}/**',
      'apps/web-e2e/**',
      'apps/api/src/platform/config/**',
    ],
    rules: { 'no-console': 'off', 'no-restricted-syntax': ['error', vagueName, forwardReference, zodByName] },
  },
  {
    // The last resort of a process that could not even start.
    files: ['apps/*/src/main.ts', 'apps/*/src/worker.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['apps/web/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        { type: ['element', 'attribute'], prefix: 'lib', style: 'kebab-case' },
      ],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'lib', style: 'camelCase' }],
      // Pages are pages, parts are parts: what a class is, its file name says.
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
    },
  },
  {
    files: ['apps/web/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
    rules: { 'no-unused-vars': 'error', eqeqeq: ['error', 'always', { null: 'ignore' }] },
  },
);
