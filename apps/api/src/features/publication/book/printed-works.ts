import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { PublicationConsent, PublicationWork, type Statement } from './publication.entity';

/** What of a work is set: its text, its files, its links. */
export interface PartsToSet {
  readonly text: string;
  readonly files: readonly { readonly id: string; readonly name: string; readonly type: string }[];
  readonly links: readonly string[];
}

/** A work in the books of a publication, with what its members consented to. */
export interface PrintedWork extends PartsToSet {
  readonly workId: string;
  readonly title: string;
  readonly references: string;
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
    const inBooks = 'WHERE it.publicationId = :publicationId';
    const [works, files, consents] = await Promise.all([
      this.database.rows(
        rowsOf(PublicationWork, `JOIN submission ON submission.id = it.submissionId ${inBooks}`, values, {
          beside: { text: 'submission.text', links: 'submission.links' },
          by: ['position'],
        }),
      ),
      this.database.rows(
        rowsOf(
          PublicationWork,
          `JOIN submitted_file submitted ON submitted.submissionId = it.submissionId
           JOIN stored_file file ON file.id = submitted.fileId ${inBooks}`,
          values,
          {
            columns: ['id'],
            beside: { place: 'submitted.position', fileId: 'file.id', name: 'file.name', type: 'file.type' },
          },
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
    return works.map(({ id, workId, title, references, text, links }) => {
      const given = consents.filter(({ gatheredId }) => gatheredId === id);
      return {
        ...{ workId, title, references, text: text === null ? '' : String(text) },
        links: links === null ? [] : (JSON.parse(String(links)) as string[]),
        files: files
          .filter((file) => file.id === id)
          .sort((one, other) => Number(one.place) - Number(other.place))
          .map(({ fileId, name, type }) => ({ id: String(fileId), name: String(name), type: String(type) })),
        accountIds: given.map(({ accountId }) => accountId),
        statements: given.flatMap(({ statement }) => statement ?? []),
      };
    });
  }
}
