import type { PlaceStanding } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { type LoggedMail, MailLog } from '../../../platform/mail/mail-log';
import { InstitutionDirectory, PeopleDirectory, type PersonCard } from '../../accounts';
import { type EditionCard, EditionDirectory } from '../../editions';
import { standingRows, standingsIn } from '../../places';
import { Appeal } from '../appeal/appeal.entity';
import { Application } from '../dossier/application.entity';
import { DossierVersion } from '../dossier/dossier-version.entity';
import { Evidence } from '../dossier/evidence.entity';
import { Finding } from '../dossier/finding.entity';
import { Letter } from '../letters/letter.entity';
import { DossierReturn } from '../return/dossier-return.entity';
import { ReturnQuestion } from '../return/return-question.entity';
import { mailRuling } from '../letters/jobs/mail-ruling.job';
import { Ruling } from '../dossier/ruling.entity';

/** The whole record of one application, as rows. */
export interface DossierRecord {
  readonly edition: EditionCard;
  readonly application: Application;
  readonly person: PersonCard;
  readonly institution: string;
  readonly place: PlaceStanding | null;
  /** In the order in which they were submitted. */
  readonly versions: readonly DossierVersion[];
  readonly returns: readonly (DossierReturn & { readonly questions: readonly ReturnQuestion[] })[];
  readonly rulings: readonly Ruling[];
  readonly appeal: Appeal | null;
  /** Each letter as it was composed with its ruling, and the state of its mail. */
  readonly letters: readonly (Letter & { readonly mail: LoggedMail | null })[];
  /** The members' findings in the rounds that are ruled on; `null` where this reader may not see them. */
  readonly findings: readonly Finding[] | null;
  /** Every file that was ever submitted. */
  readonly evidence: readonly (Evidence & { readonly file: StoredFile })[];
  nameOf(accountId: string): string;
}

/** Gathers the record of one application. A fixed number of statements. */
@Injectable()
export class DossierRecords {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly people: PeopleDirectory,
    private readonly institutions: InstitutionDirectory,
    private readonly mails: MailLog,
  ) {}

  async of(applicationId: string, { withDeliberation }: { withDeliberation: boolean }): Promise<DossierRecord> {
    const { read } = this.database;
    const application = await read.findOneByOrFail(Application, { id: applicationId });
    const edition = await this.editions.byId(application.editionId);
    const versions = await read.find(DossierVersion, { where: { applicationId }, order: { number: 'ASC' } });
    const returns = await read.find(DossierReturn, { where: { applicationId }, order: { number: 'ASC' } });
    const questions = await read.find(ReturnQuestion, {
      where: { returnId: In(returns.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
    const rulings = await read.find(Ruling, { where: { applicationId }, order: { number: 'ASC' } });
    const letters = await read.find(Letter, { where: { applicationId }, order: { composedAt: 'ASC' } });
    const mails = await this.mails.about(
      [mailRuling.name],
      rulings.map(({ id }) => id),
    );
    const rounds = rulings.map(({ number }) => (number === 2 ? 2 : 1) as Finding['round']);
    const findings = await read.find(Finding, {
      where: { applicationId, round: In(rounds) },
      order: { criterionId: 'ASC', id: 'ASC' },
    });
    const evidence = await read.find(Evidence, {
      where: { applicationId, standing: Not('added') },
      order: { id: 'ASC' },
    });
    const files = await read.findBy(StoredFile, { id: In(evidence.map(({ fileId }) => fileId)) });
    const people = await this.people.byIds([
      application.accountId,
      ...returns.map(({ byId }) => byId),
      ...findings.map(({ accountId }) => accountId),
      ...rulings.flatMap(({ byId, record }) => [
        byId,
        ...[...record.votes, ...record.recused].map(({ accountId }) => accountId),
      ]),
    ]);
    const person = people.get(application.accountId);
    if (!edition || !person) throw new Error(`application ${applicationId} has lost its edition or its person`);
    const { institutionId } = application;
    return {
      edition,
      application,
      person,
      institution: institutionId
        ? ((await this.institutions.byIds([institutionId])).get(institutionId)?.name ?? '')
        : '',
      place: standingsIn(await this.database.together(standingRows([applicationId]))).get(applicationId) ?? null,
      versions,
      returns: returns.map((one) => ({
        ...one,
        // Only the applicant may see a reply that is not submitted yet.
        questions: questions
          .filter(({ returnId }) => returnId === one.id)
          .map((asked) => (one.answeredAt ? asked : { ...asked, answer: '' })),
      })),
      rulings,
      appeal: await read.findOneBy(Appeal, { applicationId }),
      letters: letters.map((letter) => ({
        ...letter,
        mail: mails.find(({ about }) => about === letter.rulingId) ?? null,
      })),
      findings: withDeliberation && isRuledOn(application) ? findings : null,
      evidence: evidence.flatMap((one) => {
        const file = files.find(({ id }) => id === one.fileId);
        return file ? [{ ...one, file }] : [];
      }),
      nameOf: (accountId) => people.get(accountId)?.name ?? '',
    };
  }
}

/** While the commission decides, also anew after an appeal, nobody reads the members' findings and votes here. */
const isRuledOn = ({ state }: Application): boolean => state === 'ruled';
