import type { PeopleList } from '@libretto/contracts';
import { type Actor, isOrganisationRole } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction, type Tx } from '../../platform/database/transaction';
import { notFound } from '../../platform/refusals/refused';
import { type Asked, InvitationRegister, PeopleDirectory, RoleRegister } from '../accounts';
import { AssignRole, EditionDirectory } from '../editions';
import { type CheckedRow, faultOf, ListChecker } from './list-checker';

/**
 * Gives the people of a list their roles: those with an account at once, while the others are invited. Rows with faults
 * are left out. Sending the list again changes nothing: people keep their role or invitation.
 */
@Injectable()
export class InvitePeople {
  constructor(
    private readonly transaction: Transaction,
    private readonly checker: ListChecker,
    private readonly people: PeopleDirectory,
    private readonly invitations: InvitationRegister,
    private readonly roles: RoleRegister,
    private readonly assigning: AssignRole,
    private readonly editions: EditionDirectory,
  ) {}

  /** Refusals: editions.is-closed. */
  async run(actor: Actor, list: PeopleList): Promise<CheckedRow[]> {
    const { editionId } = list;
    if (editionId && !(await this.editions.byId(editionId))) throw notFound();
    const rows = await this.checker.check(list);
    const by = (await this.people.byIds([actor.accountId])).get(actor.accountId);
    const language = by?.language ?? 'en';
    return this.transaction.run(async (tx) => {
      if (editionId) await this.editions.keepOpen(tx, editionId);
      const done: CheckedRow[] = [];
      const mailed = new Set<string>();
      for (const row of rows) done.push(await this.do(tx, row, { byId: actor.accountId, language, mailed }));
      return done;
    });
  }

  private async do(
    tx: Tx,
    row: CheckedRow,
    { byId, language, mailed }: { byId: string; language: string; mailed: Set<string> },
  ): Promise<CheckedRow> {
    const { asked, accountId, verdict } = row;
    if (!asked) return row;
    if (verdict === 'give' && accountId) return this.give(tx, row, asked, accountId);
    if (verdict !== 'invite') return row;
    const invited = await this.invitations.invite(tx, asked, { byId, mailed }, { ...row.names, language });
    // An account may have been opened since the list was looked at.
    return typeof invited === 'string' ? { ...row, verdict: invited } : this.give(tx, row, asked, invited.accountId);
  }

  private async give(tx: Tx, row: CheckedRow, { role, editionId }: Asked, accountId: string): Promise<CheckedRow> {
    if (isOrganisationRole(role)) await this.roles.grantInOrganisation(tx, accountId, role);
    else {
      const answer = await this.assigning.within(tx, editionId ?? '', accountId, role);
      if (answer !== true) return { ...row, verdict: 'fault', fault: faultOf(answer) };
    }
    return { ...row, verdict: 'give' };
  }
}
