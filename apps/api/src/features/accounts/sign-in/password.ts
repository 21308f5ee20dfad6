import { hash, verify } from '@node-rs/argon2';

const argon2id = 2;

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const parameters = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashOf = (password: string): Promise<string> => hash(password, parameters);

/** Stands in place of the hash where no password works. */
export const noPassword = '';

/** A hash that no password has: checked for an unknown address, so that both answers take the same time. */
const nobody = hashOf(crypto.randomUUID());

export async function isPasswordOf(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash || (await nobody), password);
  return Boolean(passwordHash) && matches;
}
