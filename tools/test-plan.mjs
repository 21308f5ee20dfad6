/** The tests and checks, and the preconditions of each. */

/** Where nx.json has the tests leave what they counted. */
export const resultsFolder = 'dist/tests';

/**
 * Every project with tests, by name. `services`: what has to run beside it (services.mjs). `built`: it runs the built
 * product. The longest come first, so that no core waits at the end.
 */
const projects = [
  { name: 'web-e2e', services: ['chromium', 'mariadb', 'redis'], built: true },
  { name: 'api', services: ['mariadb', 'redis', 'pdf-tools', 'openssl'] },
  { name: 'tools', services: ['mariadb', 'redis', 'nginx'], built: true },
  { name: 'credentials', services: ['openssl'] },
  { name: 'web' },
  { name: 'domain' },
  { name: 'contracts' },
  { name: 'language' },
];

export const projectNames = projects.map(({ name }) => name);

/** The tasks of a run, as Nx runs them: all of them, or the tests of the projects that were asked for. */
export function tasksFor(asked) {
  const tests = projects.filter(({ name }) => !asked.length || asked.includes(name)).map(testTask);
  const build = { name: 'build', args: ['run-many', '-t', 'build'], services: [] };
  const lint = { name: 'lint', args: ['run-many', '-t', 'lint', 'typecheck'], services: [] };
  return [
    ...(tests.some(({ after }) => after) || !asked.length ? [build] : []),
    ...(asked.length ? [] : [lint]),
    ...tests,
  ];
}

const testTask = ({ name, services = [], built }) => ({
  name,
  // What it runs on was built at the beginning, by the task that it waits for.
  args: ['run', `${name}:test`, ...(built ? ['--excludeTaskDependencies'] : [])],
  services,
  results: `${resultsFolder}/${name}.json`,
  after: built ? 'build' : undefined,
});
