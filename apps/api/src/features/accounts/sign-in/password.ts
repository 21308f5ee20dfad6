import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { refuse } from '@libretto/domain';
import limited from 'p-limit';
import { Refused } from '../../../platform/refusals/refused';

const argon2id = 2;

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const parameters = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Passwords are the only work of a request that keeps a core busy, and they share their threads with files and name
 * look-ups. They leave a core, and threads, to everybody else.
 */
const inTurn = limited(Math.min(2, Math.max(1, availableParallelism() - 1)));
/** They take some seconds together; whoever comes later is asked to come back. */
const mostWaiting = 200;

/** Refuses with `common.busy` while so many passwords wait for their turn that one more would wait too long. */
export function refuseIfBusy(): void {
  if (inTurn.pendingCount >= mostWaiting) throw new Refused(refuse('common.busy'));
}

function whenFree<T>(work: () => Promise<T>): Promise<T> {
  refuseIfBusy();
  return inTurn(work);
}

export const hashOf = async (password: string): Promise<string> => whenFree(() => hash(password, parameters));

/** Stands in place of the hash where no password works. */
export const noPassword = '';

/** A hash that no password has: checked for an unknown address, so that both answers take the same time. */
const nobody = hash(crypto.randomUUID(), parameters);

export async function isPasswordOf(passwordHash: string | undefined, password: string): Promise<boolean> {
  const target = passwordHash || (await nobody);
  const matches = await whenFree(() => verify(target, password));
  return Boolean(passwordHash) && matches;
}
