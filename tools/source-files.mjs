// Not by name: an older Node, which only hands over (node.mjs), would stumble over the name before it could.
import fs from 'node:fs';
import { join, relative } from 'node:path';

/** The files below `folders` with one of `endings` that people write. */
export function sourceFiles(folders, endings) {
  const made = new Set(['node_modules', 'dist', 'coverage']);
  const patterns = folders.flatMap((folder) => endings.map((ending) => `${folder}/**/*.${ending}`));
  return fs
    .globSync(patterns, { exclude: ({ name }) => made.has(name), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(relative(process.cwd(), entry.parentPath), entry.name));
}
