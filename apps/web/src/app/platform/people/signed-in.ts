import { computed, inject, Injectable, signal } from '@angular/core';
import type { Me, MyEdition } from '@libretto/contracts';
import { readEditions, readMe, signOut } from '@libretto/contracts/first';
import { fullNameOf } from '@libretto/domain';
import { Api, codeOf } from '../api';
import { forgetKeptChanges } from '../device/kept-changes';

export type Role = Me['organisation'][number] | Me['editions'][number]['role'];

/** The person signed in on this device, with their roles. `me()` is `null` for a visitor. */
@Injectable({ providedIn: 'root' })
export class SignedIn {
  private readonly api = inject(Api);
  private readonly known = signal<Me | null>(null);
  private readonly partIn = signal<MyEdition[]>([]);

  readonly me = this.known.asReadonly();
  /** The newest editions in which the person has a part. */
  readonly editions = this.partIn.asReadonly();
  readonly name = computed(() => fullNameOf(this.me() ?? { givenName: '', familyName: '' }));

  /** Asks the server who is signed in; called after a sign-in, a sign-out or a change of one's own account. */
  async refresh(): Promise<Me | null> {
    try {
      const me = await this.api.send(readMe, {});
      this.partIn.set(me.editions.length ? (await this.api.send(readEditions, { query: {} })).items : []);
      this.known.set(me);
    } catch (error) {
      if (codeOf(error) !== 'common.not-signed-in') throw error;
      this.known.set(null);
    }
    return this.known();
  }

  async signOut(): Promise<void> {
    await this.api.send(signOut, {});
    this.leave();
  }

  /** The session is over: the next user of this browser is a visitor, and finds nothing. */
  leave(): void {
    forgetKeptChanges();
    this.known.set(null);
  }

  /** Holds this role, in the organisation or in any edition. */
  is(role: Role): boolean {
    const me = this.me();
    return !!me && (me.organisation.some((held) => held === role) || me.editions.some((held) => held.role === role));
  }

  /** The person's roles in an edition: those in the organisation, and those in this edition. */
  rolesIn(editionId: string): Role[] {
    const me = this.me();
    return me
      ? [...me.organisation, ...me.editions.filter((held) => held.editionId === editionId).map(({ role }) => role)]
      : [];
  }

  /** The editions in which the person holds one of these roles. */
  editionsAs(...roles: Role[]): Me['editions'] {
    return (this.me()?.editions ?? []).filter(({ role }) => roles.includes(role));
  }
}
