/**
 * `node tools/quick-check.mjs`: what a branch has to hold before it joins main. Types and style of the projects that it changes
 * and of those that use them, and the rules of the repository; what was right before comes from Nx's cache.
 */
import './node.mjs';
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('nx', ['affected', '-t', 'lint', 'typecheck'], { stdio: 'inherit' });
process.exitCode = status ?? 1;
