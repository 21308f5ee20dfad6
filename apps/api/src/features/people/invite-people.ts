import type { PeopleList } from '@libretto/contracts';
import { type Actor, type ListedFault, isOrganisationRole, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction, type Tx } from '../../platform/database/transaction';
import { notFound, Refused } from '../../platform/http/refused';
import { InvitationBook, PeopleDirectory, RoleBook } from '../accounts';
import { AssignRole, EditionDirectory } from '../editions';
import { type CheckedRow, ListChecker } from './list-checker';

/**
 * Gives the people of a list their roles: who has an account gets theirs at once, the others are invited. Rows with faults
 * are left out. Once more it changes nothing: who has the role or the invitation keeps it.
 */
@Injectable()
export class InvitePeople {
  constructor(
    private readonly transaction: Transaction,
    private readonly checker: ListChecker,
    private readonly people: PeopleDirectory,
    private readonly invitations: InvitationBook,
    private readonly roles: RoleBook,
    private readonly assigning: AssignRole,
    private readonly editions: EditionDirectory,
  ) {}

  async run(actor: Actor, list: PeopleList): Promise<CheckedRow[]> {
    const edition = list.editionId ? await this.editions.byId(list.editionId) : undefined;
    if (list.editionId && !edition) throw notFound();
    if (edition?.state === 'closed') throw new Refused(refuse('editions.is-closed'));
    const rows = await this.checker.check(list);
    const by = (await this.people.byIds([actor.accountId])).get(actor.accountId);
    const language = by?.language ?? 'en';
    return this.transaction.run(async (tx) => {
      const done: CheckedRow[] = [];
      for (const [index, row] of rows.entries()) {
        const { givenName = '', familyName = '' } = list.people[index] ?? {};
        done.push(await this.do(tx, row, actor, { givenName: givenName.trim(), familyName: familyName.trim(), language }));
      }
      return done;
    });
  }

  private async do(tx: Tx, row: CheckedRow, actor: Actor, said: { givenName: string; familyName: string; language: string }): Promise<CheckedRow> {
    const { asked, accountId, verdict } = row;
    if (!asked) return row;
    if (verdict === 'invite') return (await this.invitations.invite(tx, asked, actor.accountId, said)) ? row : { ...row, verdict: 'is-invited' };
    if (verdict !== 'give' || !accountId) return row;
    if (isOrganisationRole(asked.role)) await this.roles.grantInOrganisation(tx, accountId, asked.role);
    else {
      const answer = await this.assigning.within(tx, asked.editionId ?? '', accountId, asked.role);
      if (answer !== true) return { ...row, verdict: 'fault', fault: answer.refused.split('.')[1] as ListedFault };
    }
    return row;
  }
}
