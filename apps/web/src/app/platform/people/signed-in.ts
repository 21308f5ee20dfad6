import { computed, inject, Injectable, signal } from '@angular/core';
import type { Me, MyEdition } from '@libretto/contracts';
import { readEditions, readMe, readUnread, signOut } from '@libretto/contracts/first';
import { fullNameOf, isSame } from '@libretto/domain/first';
import { Api, codeOf } from '../api';
import { dropKey, forgetKeptChanges, holdKey } from '../device/kept-key';
import { keepPerson, type KeptPerson, keptPerson, whenPersonChanges } from '../device/kept-person';
import { ReadingLanguage } from '../language';

export type Role = Me['organisation'][number] | Me['editions'][number]['role'];

/**
 * The person signed in on this device, with their roles. `me()` is `null` for a visitor. What the server answered last
 * is kept in the browser and holds at once; it is asked again with the first page's own questions.
 */
@Injectable({ providedIn: 'root' })
export class SignedIn {
  private readonly api = inject(Api);
  private readonly reading = inject(ReadingLanguage);
  // An answer that says the same changes nothing: a form that was filled in meanwhile keeps what was typed.
  private readonly known = signal<Me | null>(null, { equal: isSame });
  private readonly unreadNotices = signal(0);
  private readonly partIn = signal<readonly MyEdition[]>([], { equal: isSame });
  private asked: Promise<unknown> | undefined;

  readonly me = this.known.asReadonly();
  /** The newest editions in which the person has a part. */
  readonly editions = this.partIn.asReadonly();
  /** The number of notices that the person has not read. */
  readonly unread = this.unreadNotices.asReadonly();
  readonly name = computed(() => fullNameOf(this.me() ?? { givenName: '', familyName: '' }));

  constructor() {
    whenPersonChanges(() => this.hear(keptPerson()));
  }

  /** Whoever was signed in last is signed in, until the server says otherwise; whether somebody was. */
  begin(): boolean {
    this.show(keptPerson());
    return this.known() !== null;
  }

  /** The person, once it is known whether there is one: for what may not be shown before. */
  async whoever(): Promise<Me | null> {
    if (!this.known()) await (this.asked ?? this.refresh()).catch(() => null);
    return this.known();
  }

  /** Asks the server who is signed in; called after a sign-in, a sign-out or a change of one's own account. */
  refresh(): Promise<Me | null> {
    const asked = this.ask();
    this.asked = asked;
    return asked;
  }

  async signOut(): Promise<void> {
    await this.api.send(signOut, {});
    this.leave();
  }

  /** The session is over: the next user of this browser is a visitor, and finds nothing. */
  leave(): void {
    forgetKeptChanges();
    keepPerson(null);
    this.show(null);
  }

  private async ask(): Promise<Me | null> {
    const before = this.known();
    try {
      // Most who had a part have one; without one there is nothing to ask.
      const expected = before?.editions.length ? this.askEditions() : undefined;
      if (before) void this.countUnread();
      const [{ keptKey, ...me }, editions] = await Promise.all([
        this.api.send(readMe, {}),
        expected?.catch(() => undefined),
      ]);
      holdKey(me.accountId, keptKey);
      // Nobody sees their pages in another language first.
      if (!before) {
        void this.countUnread();
        await this.reading.begin(me.language);
      }
      this.show({ me, editions: editions ?? (me.editions.length ? await this.askEditions() : []) });
    } catch (error) {
      if (codeOf(error) !== 'common.not-signed-in') throw error;
      dropKey();
      this.show(null);
    }
    keepPerson(this.person());
    return this.known();
  }

  /** Asks how many notices are unread; without an answer the number stays. */
  async countUnread(): Promise<void> {
    await this.api.send(readUnread, {}).then(
      ({ unread }) => this.unreadNotices.set(unread),
      () => undefined,
    );
  }

  private async askEditions(): Promise<MyEdition[]> {
    return (await this.api.send(readEditions, { query: {} })).items;
  }

  /** Another window has signed somebody in or out: this one has no key of theirs until it asks. */
  private hear(person: KeptPerson | null): void {
    const before = this.known()?.accountId;
    this.show(person);
    if (person?.me.accountId === before) return;
    dropKey();
    if (person) void this.refresh().catch(() => null);
  }

  private show(person: KeptPerson | null): void {
    this.partIn.set(person?.editions ?? []);
    this.known.set(person?.me ?? null);
    if (!person) this.unreadNotices.set(0);
  }

  private person(): KeptPerson | null {
    const me = this.known();
    return me && { me, editions: this.partIn() };
  }

  /** Holds this role, in the organisation or in any edition. */
  is(role: Role): boolean {
    const me = this.me();
    return !!me && (me.organisation.some((held) => held === role) || me.editions.some((held) => held.role === role));
  }

  /** The same of any of these roles. Before a no the server is asked once more: a role may have been given meanwhile. */
  async holds(...roles: Role[]): Promise<boolean> {
    if ((await this.whoever()) && !roles.some((role) => this.is(role))) await this.refresh().catch(() => null);
    return roles.some((role) => this.is(role));
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
