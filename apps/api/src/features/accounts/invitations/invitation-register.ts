import { createHash } from 'node:crypto';
import type { InputOf, readInvitations } from '@libretto/contracts';
import { codeEnd, type InvitationOutcome, type InvitationState, type InvitedRole, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { pageInOrder } from '../../../platform/database/in-order';
import { literally } from '../../../platform/database/literally';
import { newId } from '../../../platform/database/new-id';
import type { Tx } from '../../../platform/database/transaction';
import { notFound, Refused } from '../../../platform/refusals/refused';
import { Account } from '../account/account.entity';
import { Codes } from '../codes/codes';
import { Invitation } from './invitation.entity';
import { MailCounter } from '../codes/mail-counter';
import type { SaidByApplicant } from '../codes/mailed-code.entity';

/** An address and the role to which it is invited. */
export interface Asked {
  readonly email: string;
  readonly role: InvitedRole;
  readonly editionId: string | null;
}

export interface InvitationCard extends Asked {
  readonly id: string;
  readonly byId: string | null;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
  readonly outcome: InvitationOutcome | null;
}

/** The outcome of inviting an address; if it has an account, that account's id. */
export type Invited = 'invite' | 'is-invited' | 'invited-often' | { readonly accountId: string };

type Query = InputOf<typeof readInvitations>['query'];

const pageSize = 50;

/**
 * The invitations to roles. One code for an address opens the account, which then gets every role to which the address
 * is invited.
 */
@Injectable()
export class InvitationRegister {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly codes: Codes,
    private readonly counter: MailCounter,
  ) {}

  /**
   * Invites an address to a role, only once. Nothing is stored if it has an account, or if no more mail may go to it.
   * One mail lists all roles of an address: `mailed` has the addresses that got theirs already.
   */
  async invite(
    tx: Tx,
    { email, role, editionId }: Asked,
    { byId, mailed }: { byId: string | null; mailed: Set<string> },
    said: SaidByApplicant,
  ): Promise<Invited> {
    const openKey = keyOf({ email, role, editionId });
    const now = this.clock.now();
    const times = { invitedAt: now, expiresAt: codeEnd('invitation', now) };
    const id = newId();
    const isNew = await tx.insertOnce(Invitation, {
      id,
      email,
      role,
      editionId,
      byId,
      ...times,
      outcome: null,
      endedAt: null,
      openKey,
    });
    // Locked first and read after that: of an invitation and an account that opens at the same time, one sees the
    // other.
    const [account] = await tx.lockAll(Account, { email });
    const [invitation] = await tx.lockAll(Invitation, { openKey });
    if (!account && (!invitation || (!isNew && invitation.expiresAt > now))) return 'is-invited';
    if (!account && (mailed.has(email) || (await this.counter.maySend('invitation', email)))) {
      if (invitation && !isNew) await tx.save(Object.assign(invitation, times, { byId }));
      if (!mailed.has(email)) await this.codes.ask(tx, 'invitation', email, said);
      mailed.add(email);
      return 'invite';
    }
    await tx.manager.delete(Invitation, { id });
    return account ? { accountId: account.id } : 'invited-often';
  }

  /** Mails an open invitation anew, with a new code and its full time. */
  async resend(tx: Tx, invitationId: string, said: SaidByApplicant): Promise<void> {
    const invitation = await this.lockOpen(tx, invitationId);
    if (!(await this.counter.maySend('invitation', invitation.email)))
      throw new Refused(refuse('accounts.invited-often'));
    await this.codes.ask(tx, 'invitation', invitation.email, said);
    await tx.save(Object.assign(invitation, { expiresAt: codeEnd('invitation', this.clock.now()) }));
  }

  /** Ends an open invitation; the code ends with the last one of its address. */
  async revoke(tx: Tx, invitationId: string): Promise<void> {
    await this.takeBack(tx, await this.lockOpen(tx, invitationId), 'revoked');
  }

  /** Somebody got a role that only one person can have in an edition: all other invitations to it end. */
  async endAll(tx: Tx, role: InvitedRole, editionId: string): Promise<void> {
    for (const invitation of await tx.lockAll(Invitation, { role, editionId, outcome: IsNull() }))
      await this.takeBack(tx, invitation, 'refused');
  }

  /** Ends every open invitation of an address; `give` decides how, and is called for each. */
  async settle(tx: Tx, email: string, give: (asked: Asked) => Promise<InvitationOutcome>): Promise<void> {
    const expiresAt = MoreThan(this.clock.now());
    for (const invitation of await tx.lockAll(Invitation, { email, outcome: IsNull(), expiresAt }))
      await this.end(tx, invitation, await give(invitation));
  }

  /** A page of invitations, by default the newest first, and their number on all pages. */
  async page({
    q,
    editionId,
    state,
    sort = '-invited',
    after,
  }: Query): Promise<{ items: InvitationCard[]; next: string | null; found: number }> {
    const { read } = this.database;
    const query = read
      .createQueryBuilder(Invitation, 'invitation')
      .where({ ...(editionId && { editionId }), ...(state && this.inState(state)) });
    if (q) query.andWhere("invitation.email LIKE :part ESCAPE '!'", { part: `%${literally(q.toLowerCase())}%` });
    const found = await query.getCount();
    const order = {
      columns: [sort.endsWith('email') ? ('email' as const) : ('invitedAt' as const), 'id' as const],
      isDown: sort.startsWith('-'),
    };
    const { rows, next } = await pageInOrder(query, order, { after, size: pageSize });
    return { items: rows, next, found };
  }

  /** The addresses and roles that are invited already. */
  async standing(asked: readonly Asked[]): Promise<Set<Asked>> {
    const keys = new Set<string | null>();
    for (let from = 0; from < asked.length; from += 500) {
      const openKey = In(asked.slice(from, from + 500).map(keyOf));
      for (const row of await this.database.read.findBy(Invitation, { openKey, expiresAt: MoreThan(this.clock.now()) }))
        keys.add(row.openKey);
    }
    return new Set(asked.filter((one) => keys.has(keyOf(one))));
  }

  /** `invitationState` as a condition of the database. */
  private inState(state: InvitationState): FindOptionsWhere<Invitation> {
    const now = this.clock.now();
    if (state === 'open') return { outcome: IsNull(), expiresAt: MoreThan(now) };
    return state === 'expired' ? { outcome: IsNull(), expiresAt: LessThanOrEqual(now) } : { outcome: state };
  }

  private async lockOpen(tx: Tx, id: string): Promise<Invitation> {
    const invitation = await tx.lock(Invitation, id);
    if (invitation.outcome) throw notFound();
    return invitation;
  }

  private async takeBack(tx: Tx, invitation: Invitation, outcome: InvitationOutcome): Promise<void> {
    await this.end(tx, invitation, outcome);
    const { email } = invitation;
    if (!(await tx.manager.existsBy(Invitation, { email, outcome: IsNull() })))
      await this.codes.void(tx, email, 'invitation');
  }

  private async end(tx: Tx, invitation: Invitation, outcome: InvitationOutcome): Promise<void> {
    await tx.save(Object.assign(invitation, { outcome, endedAt: this.clock.now(), openKey: null }));
  }
}

const keyOf = ({ email, role, editionId }: Asked): string =>
  createHash('sha256')
    .update(`${email} ${role} ${editionId ?? ''}`)
    .digest('hex');
