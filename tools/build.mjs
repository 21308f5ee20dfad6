import { spawnSync } from 'node:child_process';

/**
 * Builds these projects; Nx takes unchanged ones from its cache. Ends this process with the reason when one cannot be
 * built.
 */
export function build(projects) {
  console.log('Building what has changed…');
  const built = spawnSync('nx', ['run-many', '-t', 'build', '-p', ...projects], {
    encoding: 'utf8',
  });
  if (built.status === 0) return;
  console.error(built.error?.message ?? `${built.stdout}${built.stderr}`);
  process.exit(1);
}
