import type { DossierHistory as History } from '@libretto/contracts';
import { changesBetween, type DossierContents } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { InstitutionDirectory } from '../../accounts';
import type { EditionCard } from '../../editions';
import type { Application } from '../dossier/application.entity';
import { DossierVersion } from '../dossier/dossier-version.entity';
import { ownFieldsOf } from '../dossier/terms';
import { returnsOf } from '../return/returns-of';
import type { CommissionPanel } from '../dossier/commission-panel';
import { ViewedVersion } from './viewed-version.entity';

/** The history of a dossier, and the changes since a member last viewed it. */
@Injectable()
export class DossierHistory {
  constructor(
    private readonly database: Database,
    private readonly institutions: InstitutionDirectory,
  ) {}

  async of(
    application: Application,
    edition: EditionCard,
    panel: CommissionPanel,
    accountId: string,
  ): Promise<History> {
    const returns = await returnsOf(this.database.read, application.id);
    return {
      version: application.version,
      changes: await this.changes(application, accountId),
      returns: returns.map(({ byId, questions, ...one }) => ({
        ...one,
        by: panel.nameOf(byId),
        // Only the applicant sees an answer that is not submitted yet.
        questions: questions.map((question) => (one.answeredAt ? question : { ...question, answer: '' })),
      })),
      fields: ownFieldsOf(edition),
    };
  }

  /**
   * The changes from the version that the member viewed before the latest one. They still show after the first view, so
   * that reloading the page, or voting, hides none.
   */
  private async changes({ id: applicationId, version }: Application, accountId: string): Promise<History['changes']> {
    const looks = await this.database.read.find(ViewedVersion, {
      where: { applicationId, accountId },
      order: { version: 'DESC' },
      take: 2,
    });
    const before = looks.find((look) => look.version < version);
    if (!before) return null;
    const versions = await this.database.read.findBy(DossierVersion, {
      applicationId,
      number: In([before.version, version]),
    });
    const institutions = await this.institutions.byIds(versions.map(({ institutionId }) => institutionId));
    const contents = (number: number): DossierContents | undefined => {
      const found = versions.find((one) => one.number === number);
      return (
        found && { ...found, institution: institutions.get(found.institutionId)?.name ?? '', evidence: filesOf(found) }
      );
    };
    const [earlier, later] = [contents(before.version), contents(version)];
    if (!earlier || !later) return null;
    return {
      since: before.at.toISOString(),
      isNew: !looks.some((look) => look.version === version),
      fields: changesBetween(earlier, later) as NonNullable<History['changes']>['fields'],
    };
  }
}

const filesOf = ({ evidence }: DossierVersion): DossierContents['evidence'] =>
  evidence.map(({ id, kind, file }) => ({ id, kind, name: file.name }));
