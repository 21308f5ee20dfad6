import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { notFound } from '../../../platform/http/refused';
import { Application } from './application.entity';

/** Answers whose application it is. */
@Injectable()
export class ApplicantDirectory {
  constructor(private readonly database: Database) {}

  async accountOf({ editionId, applicationId }: { editionId: string; applicationId: string }): Promise<string> {
    const application = await this.database.read.findOneBy(Application, { id: applicationId, editionId });
    if (!application) throw notFound();
    return application.accountId;
  }
}
