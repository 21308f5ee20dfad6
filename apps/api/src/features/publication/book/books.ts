import { bookForms } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/transaction';
import { MadeFiles } from '../../../platform/files/made-files';
import { eraseBook } from './erase-book.job';
import { type Publication, PublicationBook } from './publication.entity';
import { setBook } from './set-book.job';

/** The books of a publication: asked for anew, or dropped because what they show has changed. */
@Injectable()
export class Books {
  constructor(private readonly made: MadeFiles) {}

  /** Their rows go at once, the bytes in a job of the same commit. */
  async drop(tx: Tx, books: readonly PublicationBook[]): Promise<void> {
    if (!books.length) return;
    const ids = books.map(({ id }) => id);
    await this.made.forget(tx, PublicationBook, ids);
    for (const bookId of ids) await tx.enqueue(eraseBook, { bookId });
  }

  async ask(tx: Tx, { id: publicationId, language }: Publication): Promise<void> {
    const rows = bookForms.map((form) => ({ ...this.made.askedInParts(), publicationId, language, form }));
    await tx.insert(PublicationBook, rows);
    for (const { id: bookId } of rows) await tx.enqueue(setBook, { bookId });
  }
}
