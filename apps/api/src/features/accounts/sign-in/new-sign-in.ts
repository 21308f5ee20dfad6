import { newId } from '../../../platform/database/new-id';
import type { SignIn } from './sign-in.entity';
import { hashOfToken, newToken } from '../codes/tokens';

export const signInDays = 14;

/** A sign-in to be stored, and the token for its cookie. */
export function newSignIn(accountId: string, signedInAt: Date): { token: string; row: SignIn } {
  const token = newToken();
  const expiresAt = new Date(signedInAt.getTime() + signInDays * 86_400_000);
  return { token, row: { id: newId(), accountId, tokenHash: hashOfToken(token), signedInAt, expiresAt } };
}
