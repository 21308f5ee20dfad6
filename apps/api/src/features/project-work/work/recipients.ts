import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/refusals/refused';
import { PeopleDirectory, type PersonCard } from '../../accounts';
import { EnrolmentDirectory } from '../../places';
import { briefOf } from './briefs';
import { Participation } from './participation';

/** The recipients of a mail about the project work, and the data that every such mail has. */
@Injectable()
export class Recipients {
  constructor(
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly participation: Participation,
  ) {}

  async of(
    enrolmentId: string,
    { briefId }: { readonly briefId: string },
  ): Promise<{ to: PersonCard; about: { givenName: string; title: string; editionId: string; briefId: string } }> {
    const enrolment = (await this.enrolments.byIds([enrolmentId])).get(enrolmentId);
    const to = enrolment && (await this.people.byIds([enrolment.accountId])).get(enrolment.accountId);
    if (!to) throw notFound();
    const { title } = briefOf(await this.participation.edition(enrolment.editionId), { briefId });
    return {
      to,
      about: {
        givenName: to.givenName,
        title: title[to.language] ?? title.en,
        editionId: enrolment.editionId,
        briefId,
      },
    };
  }
}
