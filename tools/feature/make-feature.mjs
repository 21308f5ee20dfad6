// Not by name: an older Node, which only hands over (node.mjs), would stumble over the name before it could.
import fs from 'node:fs';
import { dirname, join } from 'node:path';

const skeleton = join(import.meta.dirname, 'skeleton');

/** The lines that make the feature known, with the text before which each stands; without one it is the file's last. */
const mentions = (migration, time) => [
  { file: 'libs/domain/src/index.ts', line: "export * from './some-things';\n" },
  {
    file: 'libs/domain/src/refusals/index.ts',
    line: "import type { someThingsRefusals } from './some-things';\n",
    before: '\n/**\n * Everything that can be refused',
  },
  {
    file: 'libs/domain/src/refusals/index.ts',
    line: '  typeof someThingsRefusals &\n',
    before: '  typeof workspaceRefusals;',
  },
  {
    file: 'libs/language/src/sentence-key.ts',
    line: "import type someThings from '../en/some-things.json';\n",
    before: '\n/** The sentences of English',
  },
  {
    file: 'libs/language/src/sentence-key.ts',
    line: "  'some-things': typeof someThings;\n",
    before: '}\n\ntype KeysOf',
  },
  { file: 'libs/contracts/src/index.ts', line: "export * from './some-things';\n" },
  {
    file: 'apps/api/migrations/index.ts',
    line: `import { SomeThings${time} } from './${migration}';\n`,
    before: '\n/** Every step of the schema',
  },
  { file: 'apps/api/migrations/index.ts', line: `  SomeThings${time},\n`, before: '];\n' },
  {
    file: 'apps/api/src/app.module.ts',
    line: "import { SomeThingsModule } from './features/some-things/some-things.module';\n",
    before: 'import type { Config }',
  },
  { file: 'apps/api/src/app.module.ts', line: '        SomeThingsModule,\n', before: '        ...(config.demo' },
  {
    file: 'apps/web/src/app/app.routes.ts',
    line: `  at(
    /^some-things(\\/|$)/,
    withFields(() => import('./features/some-things/some-things.routes').then((m) => m.someThingsRoutes)),
  ),
`,
    before: '];\n\n/**\n * Every page, by feature',
  },
  {
    file: 'docs/map.md',
    line: '| `apps/api/src/features/some-things/` | the some things of an edition |\n',
    before: '| `apps/api/src/demo/`',
  },
];

/** The names of one and of many of a feature's things: `namesOf('site-visit')`. */
export function namesOf(one = '', many = `${one}s`) {
  const wrong = [one, many].some((name) => !/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name));
  if (wrong || one === many)
    throw new Error(
      'Name one of what it holds, and many if that is not the same with an s: site-visit, or ability abilities',
    );
  return { one, many };
}

/**
 * Writes the skeleton under these names into a checkout and registers it there. Answers the files that were written.
 */
export function makeFeature(root, { one, many }, now) {
  const named = (text) => withNames(text, one, many);
  const migration = `${now.toISOString().slice(0, 16).replace(/[-:]/g, '')}-${many}`;
  const time = Math.floor(now.getTime() / 60_000) * 60_000;
  const pathOf = (file) =>
    named(file.replace('migrations/some-things', `migrations/${migration}`).replace(/\.txt$/, ''));
  const made = fs.globSync('**/*.txt', { cwd: skeleton }).sort();
  const taken = made.map(pathOf).find((path) => fs.existsSync(join(root, path)));
  if (taken) throw new Error(`${taken} is there already.`);
  for (const file of made) {
    const text = fs
      .readFileSync(join(skeleton, file), 'utf8')
      .replace('class SomeThings impl', `class SomeThings${time} impl`);
    fs.mkdirSync(dirname(join(root, pathOf(file))), { recursive: true });
    fs.writeFileSync(join(root, pathOf(file)), named(text));
  }
  const told = mentions(migration, time);
  for (const { file, line, before } of told) mention(join(root, file), named(line), before);
  return [...made.map(pathOf), ...new Set(told.map(({ file }) => file))];
}

function mention(file, line, before) {
  const text = fs.readFileSync(file, 'utf8');
  const at = before === undefined ? text.length : text.indexOf(before);
  if (at < 0) throw new Error(`${file} has no “${before.trim()}”, before which the new feature is told.`);
  fs.writeFileSync(file, text.slice(0, at) + line + text.slice(at));
}

/** The placeholders of the skeleton, `some thing` and `some things`, occur in each spelling that code has. */
function withNames(text, one, many) {
  const spellings = ([first, ...rest]) => {
    const large = (word) => word[0].toUpperCase() + word.slice(1);
    const capitals = [first, ...rest].map(large).join('');
    return {
      capitals,
      camel: first + rest.map(large).join(''),
      kebab: [first, ...rest].join('-'),
      snake: [first, ...rest].join('_'),
      words: [first, ...rest].join(' '),
      sentence: [large(first), ...rest].join(' '),
    };
  };
  const article = /^[aeiou]/.test(one) ? 'an' : 'a';
  const [from, to] = [
    [spellings(['some', 'thing']), spellings(['some', 'things'])],
    [spellings(one.split('-')), spellings(many.split('-'))],
  ];
  const pairs = [1, 0].flatMap((number) =>
    Object.entries(from[number]).map(([spelling, name]) => [name, to[number][spelling]]),
  );
  const withArticle = text.replace(/\ba(?=SomeThing\b)/g, article).replace(/\ba(?= (\*?)some thing\b)/g, article);
  return pairs.reduce((named, [name, becomes]) => named.replaceAll(name, becomes), withArticle);
}
