import { spawnSync } from 'node:child_process';

/**
 * Whether all is built and must stay as it is: in a run of the tests products run from it, and Nx without its daemon takes the
 * files away for a moment to put the same ones from its cache into their place.
 */
export const isBuilt = () => process.env.LIBRETTO_BUILT === 'yes';

/**
 * Builds these projects; Nx takes unchanged ones from its cache. Ends this process with the reason when one cannot be
 * built.
 */
export function build(projects) {
  if (isBuilt()) return;
  console.log('Building what has changed…');
  const built = spawnSync('nx', ['run-many', '-t', 'build', '-p', ...projects], {
    encoding: 'utf8',
  });
  if (built.status === 0) return;
  console.error(built.error?.message ?? `${built.stdout}${built.stderr}`);
  process.exit(1);
}
