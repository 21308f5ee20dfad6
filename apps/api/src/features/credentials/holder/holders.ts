import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { PeopleDirectory } from '../../accounts';
import { EnrolmentDirectory } from '../../places';
import { Award } from '../award/award.entity';
import { corrected } from '../award/award-snapshot';
import { Credential } from '../award/credential.entity';
import { qualificationOf } from '../documents/printing';

/** Who holds a credential, and what mails say of it, in the holder's language. */
@Injectable()
export class Holders {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  async of(credentialId: string) {
    const credential = await this.database.read.findOneByOrFail(Credential, { id: credentialId });
    const award = await this.database.read.findOneByOrFail(Award, { id: credential.awardId });
    const enrolment = (await this.enrolments.byIds([award.enrolmentId])).get(award.enrolmentId);
    const holder = enrolment && (await this.people.byIds([enrolment.accountId])).get(enrolment.accountId);
    if (!holder) throw new Error(`The holder of the credential ${credentialId} is not there.`);
    const { record } = corrected(award.snapshot, credential.correction);
    const titles = qualificationOf(record);
    return {
      credential,
      holder,
      about: {
        givenName: record.learner.givenName,
        title: titles[holder.language] ?? titles.en,
        path: `/credentials/${award.publicId}`,
      },
    };
  }
}
