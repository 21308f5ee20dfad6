/** What `npm run lint` says beside the types of each project: style, promises, and what only holds of the repository as a whole. */
import './node.mjs';
import * as checks from './checks.mjs';

// The longest first, so that no core waits at the end.
await checks.report([
  checks.style(),
  checks.format(),
  checks.promises(),
  checks.importDirections(),
  checks.folderCycles(),
  checks.deadCode(),
  checks.language(),
  checks.fileLengths(),
]);
