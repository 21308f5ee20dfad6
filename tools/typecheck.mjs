/** `node tools/typecheck.mjs apps/api`: the compiler over one project, its specs and (for Angular) its templates. */
import './node.mjs';
import { report, typecheck } from './checks.mjs';

await report(typecheck(process.argv[2]));
