import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { KeyBelow } from '@libretto/language';
import { type Watched, watchLog } from '../log/monitor';
import { addressOf } from '../platform/address';
import { nodeLoader } from './node-loader';
import { exitCodes, type Surroundings, tongueOf } from './verify-command';

const exitCodeOf = {
  first: exitCodes.valid,
  unchanged: exitCodes.valid,
  grown: exitCodes.valid,
  forked: exitCodes.notValid,
  shrunk: exitCodes.notValid,
  'tree-differs': exitCodes.notValid,
  altered: exitCodes.notValid,
  unreachable: exitCodes.unreadable,
  'no-log': exitCodes.unreadable,
  'no-key': exitCodes.unreadable,
  'other-kept': exitCodes.unreadable,
} as const satisfies Record<Watched['found'], number>;

/** Watches a log for anybody: run now and then with the same file, it finds out whether the log ever changes its past. */
export async function logCommand(
  words: readonly string[],
  around: Pick<Surroundings, 'languages' | 'locale' | 'now' | 'write'>,
): Promise<number> {
  const wanted = parsed(words);
  const { say } = tongueOf(wanted?.language, around);
  const tell = (key: KeyBelow<'verification.log-command'>, values?: Record<string, unknown>) =>
    around.write(`${say(`verification.log-command.${key}`, values)}\n`);
  if (!wanted) {
    tell('usage');
    return exitCodes.unreadable;
  }
  const { address, kept: file } = wanted;
  const kept = file === undefined ? undefined : await keptIn(file);
  if (kept === 'unreadable') {
    tell('other-kept', { file });
    return exitCodes.unreadable;
  }
  const loader = nodeLoader({ allowPrivate: wanted['allow-private'] });
  const watched = await watchLog(address, { loader, now: around.now, kept });
  tell(watched.found, { ...watched, file });
  const code = exitCodeOf[watched.found];
  if (!('note' in watched) || file === undefined) return code;
  try {
    // Two checkpoints that contradict each other are evidence: neither replaces the other.
    await writeFile(code === exitCodes.valid ? file : `${file}.contradicts`, watched.note);
  } catch {
    tell('not-written', { file });
    return exitCodes.unreadable;
  }
  return code;
}

/** The checkpoint of an earlier look; nothing before the first. One that cannot be read is not taken for none, and stays. */
const keptIn = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : 'unreadable'));

function parsed(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        kept: { type: 'string' },
        language: { type: 'string' },
        'allow-private': { type: 'boolean', default: false },
      },
    });
    const [verb, address = '', more] = positionals;
    return verb === 'check' && addressOf(address) && !more ? { address, ...values } : undefined;
  } catch {
    return undefined;
  }
}
