import type { PublicationCard, PublicPublication } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { notFound } from '../../../platform/refusals/refused';
import { EditionDirectory, type EditionCard } from '../../editions';
import { Publication, PublicationBook } from '../book/publication.entity';
import { type PrintedWork, PrintedWorks } from '../book/printed-works';

/** What is in print, for everybody. */
@Injectable()
export class PublicPublications {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly works: PrintedWorks,
  ) {}

  /** The newest first. */
  async all(): Promise<{ items: PublicationCard[] }> {
    const printed = await this.database.rows(
      rowsOf(
        Publication,
        "WHERE it.state = 'in-print'",
        {},
        {
          beside: {
            works: '(SELECT COUNT(*) FROM publication_work WHERE publicationId = it.id AND submissionId IS NOT NULL)',
          },
          by: ['printedAt', 'id'],
        },
      ),
    );
    const editions = await this.editions.byIds(printed.map(({ editionId }) => editionId));
    const items = printed.reverse().flatMap((publication) => {
      const edition = editions.get(publication.editionId);
      return edition ? [{ ...cardOf(publication, edition), works: Number(publication.works) }] : [];
    });
    return { items };
  }

  /** Refused as not found before it is in print. */
  async page(publicationId: string): Promise<PublicPublication> {
    const { publication, edition, works, books } = await this.printed(publicationId);
    return {
      ...cardOf(publication, edition),
      works: works.map(({ title, statements }) => ({ title, contributors: statements.map(contributorOf) })),
      publisher: edition.definition.awardingBodies.map(({ name }) => name),
      licence: publication.licence,
      printedAt: (publication.printedAt ?? new Date(0)).toISOString(),
      books: books.map(({ form, bytes }) => ({ form, bytes: Number(bytes) })),
    };
  }

  async bookOf(publicationId: string, form: string): Promise<string> {
    const book = (await this.printed(publicationId)).books.find((one) => one.form === form);
    if (!book) throw notFound();
    return book.id;
  }

  private async printed(publicationId: string) {
    const values = { publicationId };
    const [[publication], works, books] = await Promise.all([
      this.database.rows(rowsOf(Publication, "WHERE it.id = :publicationId AND it.state = 'in-print'", values)),
      this.works.of(publicationId),
      this.database.rows(
        rowsOf(
          PublicationBook,
          'JOIN stored_file file ON file.id = it.id WHERE it.publicationId = :publicationId',
          values,
          { beside: { bytes: 'file.bytes' }, by: ['form'] },
        ),
      ),
    ]);
    const edition = publication && (await this.editions.byId(publication.editionId));
    if (!publication || !edition) throw notFound();
    return { publication, edition, works, books: books.reverse() };
  }
}

const cardOf = (
  { id, title, subtitle, language, editors, printedAt }: Publication,
  { name: edition, definition }: EditionCard,
) => ({
  ...{ id, title, subtitle, language, edition, editors },
  programme: definition.title,
  year: (printedAt ?? new Date(0)).getUTCFullYear(),
});

const contributorOf = ({ name, institution, country, orcid, roles }: PrintedWork['statements'][number]) => ({
  ...{ name, institution, country, orcid },
  roles: [...roles],
});
