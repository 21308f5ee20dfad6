import { createHash } from 'node:crypto';
import { codeEnd, type InvitationOutcome, type InvitedRole, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/database/new-id';
import type { Tx } from '../../platform/database/transaction';
import { notFound, Refused } from '../../platform/http/refused';
import { Codes } from './codes';
import { Invitation } from './invitation.entity';
import { MailCounter } from './mail-counter';
import type { SaidByApplicant } from './mailed-code.entity';

/** Whom an invitation asks to be what. */
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

const pageSize = 50;

/** Who was invited to what. One code for an address opens the account, and with it comes every role that it is invited to. */
@Injectable()
export class InvitationBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly codes: Codes,
    private readonly counter: MailCounter,
  ) {}

  /** Invites an address to a role, once however often. Answers whether that is new. */
  async invite(tx: Tx, asked: Asked, byId: string | null, said: SaidByApplicant): Promise<boolean> {
    const openKey = keyOf(asked);
    const [known] = await tx.lockAll(Invitation, { openKey });
    const now = this.clock.now();
    if (known && known.expiresAt > now) return false;
    const times = { invitedAt: now, expiresAt: codeEnd('invitation', now) };
    if (known) await tx.save(Object.assign(known, times, { byId }));
    else await tx.insert(Invitation, { id: newId(), ...asked, byId, ...times, outcome: null, endedAt: null, openKey });
    if (await this.counter.maySend('invitation', asked.email)) await this.codes.ask(tx, 'invitation', asked.email, said);
    return true;
  }

  /** Mails an open invitation anew, with a new code and its full time. */
  async resend(tx: Tx, invitationId: string, said: SaidByApplicant): Promise<void> {
    const invitation = await this.lockOpen(tx, invitationId);
    if (!(await this.counter.maySend('invitation', invitation.email))) throw new Refused(refuse('accounts.invited-often'));
    await this.codes.ask(tx, 'invitation', invitation.email, said);
    await tx.save(Object.assign(invitation, { expiresAt: codeEnd('invitation', this.clock.now()) }));
  }

  /** Ends an open invitation; the code ends with the last one of its address. */
  async revoke(tx: Tx, invitationId: string): Promise<void> {
    const invitation = await this.lockOpen(tx, invitationId);
    await this.end(tx, invitation, 'revoked');
    if (!(await tx.manager.existsBy(Invitation, { email: invitation.email, outcome: IsNull() }))) await this.codes.void(tx, invitation.email, 'invitation');
  }

  /** Ends every invitation of an address that still stood, as `give` says: it is asked for each. */
  async settle(tx: Tx, email: string, give: (asked: Asked) => Promise<InvitationOutcome>): Promise<void> {
    const expiresAt = MoreThan(this.clock.now());
    for (const invitation of await tx.lockAll(Invitation, { email, outcome: IsNull(), expiresAt })) await this.end(tx, invitation, await give(invitation));
  }

  /** A page of invitations, those of one edition or all, the newest first. */
  async page(editionId: string | undefined, after?: string): Promise<{ items: InvitationCard[]; next: string | null }> {
    const rows = await this.database.read
      .createQueryBuilder(Invitation, 'invitation')
      .where(editionId ? 'invitation.editionId = :editionId' : '1 = 1', { editionId })
      .andWhere(after ? 'invitation.id < :after' : '1 = 1', { after })
      .orderBy('invitation.id', 'DESC')
      .take(pageSize + 1)
      .getMany();
    const items = rows.slice(0, pageSize);
    return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null };
  }

  /** Which of these are invited already. */
  async standing(asked: readonly Asked[]): Promise<Set<Asked>> {
    const keys = new Set<string | null>();
    for (let from = 0; from < asked.length; from += 500) {
      const openKey = In(asked.slice(from, from + 500).map(keyOf));
      for (const row of await this.database.read.findBy(Invitation, { openKey, expiresAt: MoreThan(this.clock.now()) })) keys.add(row.openKey);
    }
    return new Set(asked.filter((one) => keys.has(keyOf(one))));
  }

  private async lockOpen(tx: Tx, id: string): Promise<Invitation> {
    const invitation = await tx.lock(Invitation, id);
    if (invitation.outcome) throw notFound();
    return invitation;
  }

  private async end(tx: Tx, invitation: Invitation, outcome: InvitationOutcome): Promise<void> {
    await tx.save(Object.assign(invitation, { outcome, endedAt: this.clock.now(), openKey: null }));
  }
}

const keyOf = ({ email, role, editionId }: Asked): string => createHash('sha256').update(`${email} ${role} ${editionId ?? ''}`).digest('hex');
