/** Import directions. Each rule is one sentence; the author of a bad import reads its `comment`. */
const feature = '^apps/api/src/features/([^/]+)/';
const page = '^apps/web/src/app/features/([^/]+)/';
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
module.exports = {
  forbidden: [
    forbid(
      'every-import-resolves',
      'An import that resolves to nothing hides from every other rule.',
      {},
      { couldNotResolve: true },
    ),
    forbid('no-cycles', 'A file may not, through any chain, import itself.', {}, { circular: true }),
    forbid(
      'domain-is-pure',
      'libs/domain imports nothing but itself: no package, no node module, no app.',
      { path: '^libs/domain/src/', pathNot: '\\.spec\\.ts$' },
      { pathNot: '^libs/domain/src/' },
    ),
    forbid(
      'contracts-know-only-domain',
      'libs/contracts may use libs/domain, zod, punycode.js for addresses and the lists of ISO codes only.',
      { path: '^libs/contracts/src/', pathNot: '\\.spec\\.ts$' },
      {
        pathNot: [
          '^libs/(contracts|domain)/',
          '(^|node_modules/)(zod|punycode.js|countries-list|@cospired/i18n-iso-languages)',
        ],
      },
    ),
    forbid(
      'language-knows-only-words',
      'libs/language is read by everybody and knows nobody: only files.ts touches the disk.',
      { path: '^libs/language/src/', pathNot: ['\\.spec\\.ts$', '/files\\.ts$'] },
      { pathNot: ['^libs/language/', '(^|node_modules/)icu-minify'] },
    ),
    forbid(
      'credentials-know-no-framework',
      'libs/credentials runs in a browser and on a command line: no app, no framework, no database.',
      { path: '^libs/credentials/src/' },
      { path: ['^apps/', 'node_modules/(@nestjs|typeorm|@angular)'] },
    ),
    forbid(
      'apps-never-import-each-other',
      'Apps share libs, never each other.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),

    forbid(
      'features-meet-at-the-door',
      'A feature reaches another feature through its index.ts only.',
      { path: feature, pathNot: '\\.(spec|builder)\\.ts$' },
      { path: '^apps/api/src/features/', pathNot: ['^apps/api/src/features/$1/', '/features/[^/]+/index\\.ts$'] },
    ),
    forbid(
      'specs-borrow-builders-only',
      "A spec or builder may use another feature's builders to have rows; the rest through its index.ts.",
      { path: '^apps/api/src/features/([^/]+)/.*\\.(spec|builder)\\.ts$' },
      {
        path: '^apps/api/src/features/',
        pathNot: ['^apps/api/src/features/$1/', '/features/[^/]+/index\\.ts$', '\\.builder\\.ts$'],
      },
    ),
    forbid(
      'builders-are-for-specs-and-the-demo',
      'A builder makes rows past every rule: the product makes them with commands.',
      { path: '^apps/api/src/', pathNot: ['\\.(spec|builder)\\.ts$', '/(testing|demo)/'] },
      { path: '\\.builder\\.ts$' },
    ),
    forbid(
      'the-door-hands-out-no-tables',
      'index.ts exports events, ids and questions, never an entity.',
      { path: '/features/[^/]+/index\\.ts$' },
      { path: '\\.entity\\.ts$' },
    ),
    forbid(
      'platform-knows-no-feature',
      'platform/ is mechanism; move the shared part down or pass it in.',
      { path: '^apps/api/src/platform/', pathNot: '\\.spec\\.ts$' },
      { path: '^apps/api/src/(features|demo)/' },
    ),
    forbid(
      'features-know-no-demo',
      'The demo uses the features; a feature works the same without it.',
      { path: '^apps/api/src/features/' },
      { path: '^apps/api/src/demo/' },
    ),
    forbid(
      'the-ground-floor-stands-alone',
      'What all folders of admissions share imports none of them.',
      { path: '^apps/api/src/features/admissions/dossier/', pathNot: '\\.spec\\.ts$' },
      { path: '^apps/api/src/features/admissions/(?!dossier/)' },
    ),
    forbid(
      'the-top-floor-bears-nothing',
      'Retention and personal data look at everything in admissions; nothing there needs them.',
      { path: '^apps/api/src/features/admissions/(?!(retention|personal-data)/)[^/]+/', pathNot: '\\.spec\\.ts$' },
      { path: '^apps/api/src/features/admissions/(retention|personal-data)/' },
    ),
    forbid(
      'controllers-touch-no-tables',
      'A controller calls a command or a query, never an entity or typeorm.',
      { path: '\\.controller\\.ts$' },
      { path: ['\\.entity\\.ts$', 'node_modules/typeorm', 'platform/database'] },
    ),
    forbid(
      'policies-and-words-are-plain',
      'Policies and mails are plain functions, events plain classes, over plain data.',
      { path: '\\.(policy|events|mail)\\.ts$' },
      { path: ['platform/(database|jobs)', 'node_modules/(typeorm|bullmq|@nestjs)'] },
    ),
    forbid(
      'policies-and-words-see-no-tables',
      'Policies, events and mail get plain data, never an entity.',
      { path: '\\.(policy|events|mail)\\.ts$' },
      { path: '\\.entity\\.ts$' },
    ),
    forbid(
      'the-product-runs-without-specs',
      'Specs, the test world and what only tests need are not part of what runs.',
      { path: '^(apps|libs)/[^/]+/src/', pathNot: ['\\.spec\\.ts$', '/testing/'] },
      { path: ['\\.spec\\.ts$', '/testing/', 'node_modules/(jest|fast-check)/'] },
    ),

    forbid(
      'the-server-runs-on-dependencies',
      'Its image has the dependencies of package.json. What only builds and tests need is a devDependency.',
      { path: '^(apps/api|libs/(domain|contracts|language))/src/', pathNot: ['\\.spec\\.ts$', '/testing/'] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),

    forbid(
      'pages-meet-at-the-door',
      'A web feature reaches another through its index.ts only.',
      { path: page },
      {
        path: '^apps/web/src/app/features/',
        pathNot: ['^apps/web/src/app/features/$1/', '/features/[^/]+/index\\.ts$'],
      },
    ),
    forbid(
      'ui-and-platform-know-no-page',
      'ui/ and platform/ are used by features, never the other way.',
      { path: '^apps/web/src/app/(ui|platform)/' },
      { path: '^apps/web/src/app/(features|shell)/' },
    ),
    forbid(
      'the-web-runs-in-a-browser',
      'No node module and no server package reaches a browser.',
      { path: '^apps/web/src/', pathNot: '\\.spec\\.ts$' },
      {
        path: [
          '^libs/language/src/files\\.ts$',
          'node_modules/(@nestjs|typeorm|bullmq|ioredis|mysql2|nodemailer|fastify)/',
        ],
      },
    ),
    forbid(
      'the-web-touches-no-node',
      'No module of Node reaches a browser.',
      { path: '^apps/web/src/', pathNot: '\\.spec\\.ts$' },
      { dependencyTypes: ['core'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
