import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { nameToSave } from '../../../platform/files/file-name';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { EditionDirectory } from '../../editions';
import { Appeal } from '../appeal/appeal.entity';
import { Letter } from '../letters/letter.entity';
import { DossierReturn } from '../return/dossier-return.entity';
import { ReturnQuestion } from '../return/return-question.entity';
import { Ruling } from '../dossier/ruling.entity';
import { missedIn } from '../letters/ruling-letter';
import { Application } from '../dossier/application.entity';
import { DossierVersion } from '../dossier/dossier-version.entity';
import { Evidence } from '../dossier/evidence.entity';

type Row = { applicationId: string };

/**
 * The personal data in admissions, for its person: the applications with everything that they wrote and handed in, the
 * questions to them, and the letters of the rulings. Findings, votes and comments belong to the commission.
 */
@Injectable()
export class AdmissionsPersonalData {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
  ) {}

  /** Eleven statements, independent of the number of applications. */
  async about(accountId: string) {
    const { read } = this.database;
    const applications = await read.find(Application, { where: { accountId }, order: { id: 'ASC' } });
    const editions = await this.editions.byIds(applications.map(({ editionId }) => editionId));
    const of = { applicationId: In(applications.map(({ id }) => id)) };
    const evidence = await read.find(Evidence, { where: of, order: { id: 'ASC' } });
    const files = await read.findBy(StoredFile, { id: In(evidence.map(({ fileId }) => fileId)) });
    const versions = await read.find(DossierVersion, { where: of, order: { number: 'ASC' } });
    const returns = await this.returns(read, of);
    const appeals = await read.findBy(Appeal, of);
    const letters = await read.find(Letter, { where: of, order: { composedAt: 'ASC' } });
    const rulings = await read.find(Ruling, { where: of, order: { number: 'ASC' } });
    return {
      applications: applications.map(
        ({ id, editionId, accountId: _, institutionId: __, round: ___, ...application }) => {
          const ofThis = ({ applicationId }: Row) => applicationId === id;
          return {
            programme: editions.get(editionId)?.definition.title ?? {},
            edition: editions.get(editionId)?.name ?? '',
            ...application,
            versions: versions.filter(ofThis).map(({ number, form, country, at }) => ({ number, form, country, at })),
            evidence: evidence.filter(ofThis).map(({ kind, fieldId, fileId, standing, addedAt }) => ({
              kind,
              field: fieldId,
              file: files.find((file) => file.id === fileId)?.name ?? '',
              standing,
              addedAt,
            })),
            returns: returns.filter(ofThis).map(({ applicationId: ____, ...one }) => one),
            rulings: rulings.filter(ofThis).map(({ number, outcome, reason, record, at, placeUntil, erasedAt }) => ({
              number,
              outcome,
              reason,
              criteriaNotFoundMet: missedIn(record),
              at,
              placeUntil,
              erasedAt,
            })),
            letters: letters
              .filter(ofThis)
              .map(({ language, subject, paragraphs, composedAt }) => ({ language, subject, paragraphs, composedAt })),
            appeals: appeals.filter(ofThis).map(({ statement, at }) => ({ statement, at })),
          };
        },
      ),
      files: evidence.flatMap(({ applicationId, fileId }) => {
        const file = files.find((one) => one.id === fileId);
        const editionId = applications.find(({ id }) => id === applicationId)?.editionId ?? '';
        return file ? [{ id: fileId, path: `${editions.get(editionId)?.name ?? editionId}/${nameToSave(file)}` }] : [];
      }),
    };
  }

  private async returns(read: EntityManager, of: Record<string, unknown>) {
    const returns = await read.find(DossierReturn, { where: of, order: { number: 'ASC' } });
    const questions = await read.findBy(ReturnQuestion, { returnId: In(returns.map(({ id }) => id)) });
    return returns.map(({ id, applicationId, number, word, at, answerUntil, answeredAt, lapsedAt }) => ({
      ...{ applicationId, number, word, at, answerUntil, answeredAt, lapsedAt },
      questions: questions
        .filter(({ returnId }) => returnId === id)
        .map(({ field, text, answer }) => ({ field, text, answer })),
    }));
  }
}
