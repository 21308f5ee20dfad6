/** What `npm run lint` says of the repository as a whole: the rules that no project can hold to on its own. */
import './node.mjs';
import * as checks from './checks.mjs';

await checks.report([
  checks.format(),
  checks.importDirections(),
  checks.folderCycles(),
  checks.deadCode(),
  checks.language(),
  checks.fileLengths(),
]);
