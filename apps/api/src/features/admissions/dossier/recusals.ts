import { commissionRoles } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { literally } from '../../../platform/database/literally';
import { rowsOf } from '../../../platform/database/read-together';
import { peopleWith, type PersonCard, roleRows } from '../../accounts';
import { Application } from './application.entity';
import { applicantColumns } from './acquainted';
import { keptWith, panelOf, panelRows } from './commission-panel';
import { Declaration } from './declaration.entity';
import { mailDomainOf } from './mail-domain';

/**
 * The applications of which somebody must not learn anything. Coordinators and registrars can sit in a commission too:
 * every list, count, report, letter and file of an edition leaves these applications out for them.
 */
@Injectable()
export class Recusals {
  constructor(private readonly database: Database) {}

  /**
   * The ids of the applications of an edition with which this account is in conflict; for somebody outside of the
   * commission, only their own.
   */
  of(accountId: string, editionId: string): Promise<ReadonlySet<string>> {
    return this.database.once(`recusals ${accountId} ${editionId}`, () => this.among(accountId, editionId));
  }

  /** Whether this account is in conflict with one application of an edition. It does not read the others. */
  async covers(accountId: string, editionId: string, applicationId: string): Promise<boolean> {
    return (await this.among(accountId, editionId, applicationId)).has(applicationId);
  }

  private async among(accountId: string, editionId: string, id?: string): Promise<ReadonlySet<string>> {
    const one = id ? 'AND it.id = :id' : '';
    const { held, own, reader } = await this.database.together({
      held: roleRows(editionId, commissionRoles),
      own: rowsOf(
        Application,
        `WHERE it.editionId = :editionId AND it.accountId = :accountId ${one}`,
        { editionId, accountId, id },
        { columns: ['id'] },
      ),
      reader: peopleWith([accountId]),
    });
    if (!held.some((member) => member.accountId === accountId))
      return new Set(own.map((application) => application.id));
    const values = { accountId, editionId, id, ...looksLike(reader[0]) };
    const suspect = `JOIN account ON account.id = it.accountId
      WHERE it.editionId = :editionId ${one} AND (${mayBeInConflict})`;
    const rows = await this.database.together({
      applicants: rowsOf(Application, suspect, values, { columns: applicantNames }),
      ...panelRows(editionId, `SELECT it.accountId AS id FROM application it ${suspect}`, values),
      kept: keptWith(editionId, accountId),
      declarations: rowsOf(
        Declaration,
        `JOIN application ON application.id = it.applicationId
         WHERE application.editionId = :editionId AND it.accountId = :accountId`,
        { editionId, accountId },
      ),
    });
    const panel = panelOf(rows);
    return new Set(
      rows.applicants
        .filter((applicant) => panel.groundsOf(accountId, applicant, rows.declarations).length > 0)
        .map((applicant) => applicant.id),
    );
  }
}

/**
 * The applications that may be in conflict with a member, in SQL: each ground of `groundsOf` is among them, and their rows
 * alone are read. Mail domains are compared by their last two labels, which two domains of one organisation share.
 */
const mayBeInConflict = `it.accountId = :accountId
  OR it.institutionId = :institutionId
  OR (it.institutionId IS NULL AND account.institutionId IN
    (SELECT institution.id FROM institution WHERE institution.id = :institutionId OR institution.mergedIntoId = :institutionId))
  OR account.email LIKE :domain ESCAPE '!'
  OR EXISTS (SELECT 1 FROM conflict WHERE conflict.applicationId = it.id AND conflict.accountId = :accountId)
  OR EXISTS (SELECT 1 FROM declaration WHERE declaration.applicationId = it.id AND declaration.accountId = :accountId
    AND declaration.inConflict = :yes)`;

const looksLike = (reader: PersonCard | undefined) => {
  const domain = mailDomainOf(reader?.email ?? '');
  return {
    institutionId: reader?.institution?.id ?? '',
    domain: domain ? `%${literally(domain.split('.').slice(-2).join('.'))}` : '',
    yes: true,
  };
};

const applicantNames = Object.keys(applicantColumns) as (keyof typeof applicantColumns)[];
