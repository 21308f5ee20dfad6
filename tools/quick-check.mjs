/**
 * `node tools/quick-check.mjs`: what a branch has to hold before it joins main. Types of the projects that it changes and of
 * those that use them, style, and the rules of the repository; what was right before comes from the caches of Nx and ESLint.
 */
import './node.mjs';
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('nx', ['affected', '-t', 'lint', 'typecheck'], { stdio: 'inherit' });
process.exitCode = status ?? 1;
