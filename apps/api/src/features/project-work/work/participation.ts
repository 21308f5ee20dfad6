import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/transaction';
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

  /** The edition, which runs the same version until the end of the transaction. */
  hold(tx: Tx, editionId: string): Promise<EditionCard> {
    return this.editions.hold(tx, editionId);
  }

  async of({ accountId }: Actor, editionId: string): Promise<{ edition: EditionCard; enrolment: EnrolmentCard }> {
    const edition = await this.edition(editionId);
    const enrolment = await this.enrolments.of(editionId, accountId);
    if (!enrolment) throw notFound();
    return { edition, enrolment };
  }
}
