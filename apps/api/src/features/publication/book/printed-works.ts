import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { PublicationConsent, PublicationWork, type Statement } from './publication.entity';

/** A work in the books of a publication, with what its members consented to. */
export interface PrintedWork {
  readonly workId: string;
  readonly title: string;
  readonly references: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly fileType: string;
  readonly accountIds: readonly string[];
  readonly statements: readonly Statement[];
}

/** The works in the books of publications: what was chosen when they were set, and every consent to it. */
@Injectable()
export class PrintedWorks {
  constructor(private readonly database: Database) {}

  /** One statement. */
  async of(publicationId: string): Promise<PrintedWork[]> {
    const values = { publicationId };
    const [works, consents] = await Promise.all([
      this.database.rows(
        rowsOf(
          PublicationWork,
          'JOIN stored_file file ON file.id = it.fileId WHERE it.publicationId = :publicationId',
          values,
          { beside: { fileName: 'file.name', fileType: 'file.type' }, by: ['position'] },
        ),
      ),
      this.database.rows(
        rowsOf(
          PublicationConsent,
          `JOIN publication_work work ON work.id = it.gatheredId
           WHERE work.publicationId = :publicationId AND it.state = 'given'`,
          values,
          { by: ['id'] },
        ),
      ),
    ]);
    return works.flatMap(({ id, workId, title, references, fileId, fileName, fileType }) => {
      const given = consents.filter(({ gatheredId }) => gatheredId === id);
      const statements = given.flatMap(({ statement }) => statement ?? []);
      const accountIds = given.map(({ accountId }) => accountId);
      if (!fileId) return [];
      const file = { fileId, fileName: String(fileName), fileType: String(fileType) };
      return [{ workId, title, references, ...file, accountIds, statements }];
    });
  }
}
