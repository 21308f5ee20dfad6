import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import * as z from 'zod/mini';
import { codeOf } from '../api/problem-error';

const shape = z.object({
  accountId: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  language: z.string(),
  timeZone: z.string(),
  organisation: z.array(z.enum(['coordinator', 'registrar'])),
  editions: z.array(
    z.object({
      editionId: z.string(),
      role: z.enum(['participant', 'member', 'chair', 'deputy', 'tutor']),
      title: z.record(z.string(), z.string()),
    }),
  ),
});
export type Me = z.infer<typeof shape>;
export type Role = Me['organisation'][number] | Me['editions'][number]['role'];

/** Who is signed in on this device, and what they are. `me()` is `null` for a visitor. */
@Injectable({ providedIn: 'root' })
export class SignedIn {
  private readonly http = inject(HttpClient);
  private readonly known = signal<Me | null>(null);

  readonly me = this.known.asReadonly();
  readonly name = computed(() => [this.me()?.givenName, this.me()?.familyName].filter(Boolean).join(' '));

  /** Asks the server who this is; after a sign-in, a sign-out or a change of one's own account. */
  async refresh(): Promise<Me | null> {
    try {
      this.known.set(shape.parse(await firstValueFrom(this.http.get('/api/me'))));
    } catch (error) {
      if (codeOf(error) !== 'common.not-signed-in') throw error;
      this.known.set(null);
    }
    return this.known();
  }

  /** Holds this role, in the organisation or in any edition. */
  is(role: Role): boolean {
    const me = this.me();
    return !!me && (me.organisation.some((held) => held === role) || me.editions.some((held) => held.role === role));
  }

  /** The editions in which the person holds one of these roles. */
  editionsAs(...roles: Role[]): Me['editions'] {
    return (this.me()?.editions ?? []).filter(({ role }) => roles.includes(role));
  }
}
