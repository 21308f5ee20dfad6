/** `npm run lint`: every check of the code without running it. */
import './node.mjs';
import * as checks from './checks.mjs';

await checks.report([
  checks.format(),
  checks.eslint(),
  checks.promises(),
  checks.importDirections(),
  checks.folderCycles(),
  ...checks.projectFolders().map(checks.typecheck),
  checks.language({ unused: true }),
  checks.fileLengths(),
]);
