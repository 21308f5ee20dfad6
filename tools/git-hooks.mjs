import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Lets git run the scripts in hooks/ from now on, in this checkout and its worktrees. Hooks that somebody chose
 * themselves stay; without git, or in CI, nothing happens.
 */
export function installHooks() {
  if (process.env.CI || !existsSync('.git')) return;
  const chosen = spawnSync('git', ['config', '--get', 'core.hooksPath']);
  if (chosen.status === 1) spawnSync('git', ['config', 'core.hooksPath', 'tools/hooks']);
}
