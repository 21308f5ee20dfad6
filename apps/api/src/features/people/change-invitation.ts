import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { InvitationRegister, PeopleDirectory } from '../accounts';

/** Sends an invitation again, or takes it back. */
@Injectable()
export class ChangeInvitation {
  constructor(
    private readonly transaction: Transaction,
    private readonly people: PeopleDirectory,
    private readonly invitations: InvitationRegister,
  ) {}

  /** Refusals: accounts.invited-often. */
  async resend(actor: Actor, invitationId: string): Promise<void> {
    const language = (await this.people.byIds([actor.accountId])).get(actor.accountId)?.language ?? 'en';
    await this.transaction.run((tx) => this.invitations.resend(tx, invitationId, { language }));
  }

  revoke(invitationId: string): Promise<void> {
    return this.transaction.run((tx) => this.invitations.revoke(tx, invitationId));
  }
}
