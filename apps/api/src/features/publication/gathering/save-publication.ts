import type { PublicationBody } from '@libretto/contracts';
import { become, consentProcess, gather, gatherWorks, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { newId } from '../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { orRefuse, Refused } from '../../../platform/refusals/refused';
import { AcceptedWorks } from '../../project-work';
import { Publication, PublicationConsent, PublicationWork } from '../book/publication.entity';
import { References } from '../typesetting/references';

/** Saves all that a coordinator gathers; the first time begins the publication. */
@Injectable()
export class SavePublication {
  constructor(
    private readonly transaction: Transaction,
    private readonly accepted: AcceptedWorks,
    private readonly references: References,
  ) {}

  /**
   * Refusals: publication.not-gathering, publication.in-print, publication.not-accepted,
   * publication.references-unreadable.
   */
  async run(editionId: string, { works, ...about }: PublicationBody): Promise<{ id: string }> {
    for (const { title, references } of works)
      if (!(await this.references.areReadable(references)))
        throw new Refused(refuse('publication.references-unreadable', { work: title }));
    return this.transaction.run(async (tx) => {
      const accepted = new Set((await this.accepted.of(editionId)).map(({ id }) => id));
      orRefuse(
        gatherWorks(
          works.map(({ workId }) => workId),
          accepted,
        ),
      );
      const publication = await this.begunOrLocked(tx, editionId, about);
      const before = await tx.manager.findBy(PublicationWork, { publicationId: publication.id });
      const idOf = new Map(before.map(({ workId, id }) => [workId, id]));
      const gathered = works.map(({ workId, title, references }, position) => ({
        id: idOf.get(workId) ?? newId(),
        ...{ publicationId: publication.id, workId, position, title, references, submissionId: null },
      }));
      await this.askAnew(tx, publication, gathered);
      await this.leave(
        tx,
        before.filter(({ workId }) => !works.some((work) => work.workId === workId)),
      );
      if (gathered.length) await tx.put(PublicationWork, ['publicationId', 'workId'], ...gathered);
      return { id: publication.id };
    });
  }

  private async begunOrLocked(tx: Tx, editionId: string, about: Omit<PublicationBody, 'works'>): Promise<Publication> {
    const fresh = Object.assign(new Publication(), {
      ...{
        id: newId(),
        editionId,
        state: 'gathering',
        setAt: null,
        remindedAt: null,
        printedAt: null,
        printedBy: null,
      },
      ...about,
    });
    if (await tx.insertOnce(Publication, fresh)) return fresh;
    const [known] = await tx.lockAll(Publication, { editionId });
    if (!known) throw new Error('A publication whose edition has one is there.');
    const state = orRefuse(gather(known.state));
    await tx.save(Object.assign(known, about, { state }));
    return known;
  }

  /** Who consented to another title or licence is asked again. */
  private async askAnew(
    tx: Tx,
    publication: Publication,
    gathered: readonly Pick<PublicationWork, 'id' | 'title'>[],
  ): Promise<void> {
    const given = await tx.manager.findBy(PublicationConsent, {
      gatheredId: In(gathered.map(({ id }) => id)),
      state: 'given',
    });
    const titleOf = new Map(gathered.map(({ id, title }) => [id, title]));
    const changed = given.filter(
      ({ gatheredId, statement }) =>
        statement?.title !== titleOf.get(gatheredId) ||
        statement?.publication !== publication.title ||
        statement.licence !== publication.licence,
    );
    if (!changed.length) return;
    const state = orRefuse(become(consentProcess, 'given', 'asked', 'publication.no-such-step'));
    await tx.manager.update(
      PublicationConsent,
      { id: In(changed.map(({ id }) => id)) },
      { state, statement: null, at: null },
    );
  }

  private async leave(tx: Tx, removed: readonly PublicationWork[]): Promise<void> {
    if (!removed.length) return;
    const ids = removed.map(({ id }) => id);
    await tx.manager.delete(PublicationConsent, { gatheredId: In(ids) });
    await tx.manager.delete(PublicationWork, { id: In(ids) });
  }
}
