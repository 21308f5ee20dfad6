import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/refusals/refused';
import { type EnrolmentCard, EnrolmentDirectory } from '../../places';

/** The enrolment of the signed-in person, in one edition. */
@Injectable()
export class OwnEnrolment {
  constructor(private readonly enrolments: EnrolmentDirectory) {}

  async of({ accountId }: Actor, editionId: string): Promise<EnrolmentCard> {
    const own = await this.enrolments.of(editionId, accountId);
    if (!own) throw notFound();
    return own;
  }
}
