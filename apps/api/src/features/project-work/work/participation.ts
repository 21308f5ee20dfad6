import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../../editions';
import { type EnrolmentCard, EnrolmentDirectory } from '../../places';

/** The edition and the actor's own enrolment in it. Refuses as not found if one does not exist. */
@Injectable()
export class Participation {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  async edition(editionId: string): Promise<EditionCard> {
    const edition = await this.editions.byId(editionId);
    if (!edition) throw notFound();
    return edition;
  }

  async of({ accountId }: Actor, editionId: string): Promise<{ edition: EditionCard; enrolment: EnrolmentCard }> {
    const [edition, enrolment] = await Promise.all([this.edition(editionId), this.enrolments.of(editionId, accountId)]);
    if (!enrolment) throw notFound();
    return { edition, enrolment };
  }
}
