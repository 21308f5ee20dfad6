import { existsSync } from 'node:fs';
import { ImportInstitutions, institutionsIn, Unreadable } from './features/accounts';
import { configFromEnvironment } from './platform/config/environment';
import { Languages } from './platform/language/languages';
import { logTo } from './platform/log/log';
import { quietApplication } from './start';

/** `npm run institutions -- import FILE`: puts the institutions of a CSV, or of the registry's dump, on the list. */
const say = Languages.read().accepted(Intl.DateTimeFormat().resolvedOptions().locale);
const [verb, file] = process.argv.slice(2);

process.exitCode = await run();

async function run(): Promise<number> {
  if (verb !== 'import' || !file) return complain(say('accounts.import.usage'), 2);
  if (!existsSync(file)) return complain(say('accounts.import.no-such-file', { file }), 2);
  const app = await quietApplication(configFromEnvironment(), logTo('silent'));
  let [faults, inactive] = [0, 0];
  try {
    const institutions = institutionsIn(file, ({ row, why, found }) => {
      // The registry keeps closed institutions: that is no fault of the file.
      if (why === 'not-active') inactive += 1;
      else
        faults += complain(
          say('accounts.import.row', { row, fault: say(`accounts.import.fault.${why}`, { found }) }),
          1,
        );
    });
    const counts = await app.get(ImportInstitutions, { strict: false }).run(institutions);
    process.stdout.write(`${say('accounts.import.done', { ...counts, inactive, faults })}\n`);
    return faults ? 1 : 0;
  } catch (error) {
    if (error instanceof Unreadable)
      return complain(say(`accounts.import.unreadable.${error.why}`, { file, found: error.found }), 1);
    return complain(say('accounts.import.not-read', { file, why: (error as Error).message }), 1);
  } finally {
    await app.close();
  }
}

function complain(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}
