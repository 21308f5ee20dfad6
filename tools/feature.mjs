/**
 * `npm run feature -- site-visit`: a new feature on every floor, from the rule to the page, as a beginning that compiles and
 * passes its specs. `npm run feature -- ability abilities` where the plural is not the name with an s.
 */
import './node.mjs';
import { spawnSync } from 'node:child_process';
import { makeFeature, namesOf } from './feature/make-feature.mjs';

const [one, many] = process.argv.slice(2);
try {
  const names = namesOf(one, many);
  const files = makeFeature(process.cwd(), names, new Date());
  spawnSync('prettier', ['--write', '--log-level', 'warn', ...files], { stdio: 'inherit' });
  console.log(`${files.map((file) => `  ${file}`).join('\n')}

Then:
  npm run access                                  lists its routes in docs/access.md
  npx jest -c libs/domain/jest.config.cjs ${names.many}
  npx jest -c apps/api/jest.config.cjs features/${names.many}
  apps/web/src/app/features/editions/edition-pages.ts, editions.pages in libs/language: an entry in the edition's navigation
  libs/language/it/${names.many}.json, docs/words.md and the feature's README.md: words of your own`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
