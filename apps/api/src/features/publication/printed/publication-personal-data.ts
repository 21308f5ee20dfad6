import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { PublicationConsent } from '../book/publication.entity';

/** The personal data in publications, for their person: what they were asked, what they said, and how they are named. */
@Injectable()
export class PublicationPersonalData {
  constructor(private readonly database: Database) {}

  /** One statement. */
  async about(accountId: string) {
    const consents = await this.database.rows(
      rowsOf(
        PublicationConsent,
        `JOIN publication_work work ON work.id = it.gatheredId JOIN publication ON publication.id = work.publicationId
         WHERE it.accountId = :accountId`,
        { accountId },
        { beside: { publication: 'publication.title', work: 'work.title' }, by: ['id'] },
      ),
    );
    return {
      consents: consents.map(({ publication, work, state, statement, at }) => ({
        ...{ publication, work, state, statement, at },
      })),
    };
  }
}
