/** The tests and checks, and the preconditions of each. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every project with tests, by name. `services`: services that run beside it (services.mjs). `built`: it runs the built
 * product. `esm`: its packages are ES modules only, which Jest loads behind a flag of Node's. The longest come first,
 * so that no core waits at the end.
 */
const projects = [
  { name: 'web-e2e', folder: 'apps/web-e2e', services: ['chromium', 'mariadb', 'redis'], built: true, esm: true },
  { name: 'api', folder: 'apps/api', services: ['mariadb', 'redis'], esm: true },
  { name: 'tools', folder: 'tools', services: ['mariadb', 'redis', 'nginx'], built: true, esm: true },
  { name: 'credentials', folder: 'libs/credentials', esm: true },
  { name: 'web', folder: 'apps/web' },
  { name: 'domain', folder: 'libs/domain' },
  { name: 'contracts', folder: 'libs/contracts' },
  { name: 'language', folder: 'libs/language' },
];

export const projectNames = projects.map(({ name }) => name);

/** The tasks of a run: all of them, or the tests of the projects that were asked for. */
export function tasksFor(asked, resultsFolder, workers) {
  const chosen = projects.filter(({ name, folder }) => {
    const config = existsSync(join(folder, 'jest.config.cjs'));
    if (asked.includes(name) && !config) throw new Error(`${folder} has no jest.config.cjs yet`);
    return config && (!asked.length || asked.includes(name));
  });
  const tests = chosen.map((project) => testTask(project, resultsFolder, workers));
  const build = { name: 'build', command: 'nx', args: ['run-many', '-t', 'build'], services: [] };
  const lint = { name: 'lint', command: 'node', args: ['tools/lint.mjs'], services: [] };
  return [
    ...(tests.some(({ after }) => after) || !asked.length ? [build] : []),
    ...(asked.length ? [] : [lint]),
    ...tests,
  ];
}

function testTask({ name, folder, services = [], built, esm }, resultsFolder, workers) {
  const results = join(resultsFolder, `${name}.json`);
  return {
    name,
    command: 'jest',
    args: [
      '--config',
      join(folder, 'jest.config.cjs'),
      '--ci',
      `--maxWorkers=${workers}`,
      '--json',
      `--outputFile=${results}`,
    ],
    env: esm ? { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' } : {},
    services,
    results,
    after: built ? 'build' : undefined,
  };
}
