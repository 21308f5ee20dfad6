import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'));

/** A package's own copy of another, or the one that it shares with the packages around it. */
function lockedFor(path, name) {
  for (let around = path; ; around = around.slice(0, Math.max(0, around.lastIndexOf('/node_modules/')))) {
    const found = packages[`${around && `${around}/`}node_modules/${name}`];
    if (found || !around) return found;
  }
}

/** A native part for each platform is a family of optional dependencies of the same version. */
const families = Object.entries(packages).filter(
  ([path, { optionalDependencies = {} }]) => path && Object.keys(optionalDependencies).length > 2,
);

describe('the lock file', () => {
  it.each(families)(
    'has the native part of %s for every platform, in its own version',
    (path, { optionalDependencies }) => {
      const others = Object.entries(optionalDependencies).filter(
        ([name, version]) => /^\d/.test(version) && lockedFor(path, name)?.version !== version,
      );
      expect(others).toEqual([]);
    },
  );
});
