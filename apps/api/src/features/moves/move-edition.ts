import type { InputOf, moveEdition } from '@libretto/contracts';
import { type Actor, hindrancesOf, mayMove } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { orNotFound, orRefuse } from '../../platform/refusals/refused';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { ProgrammeQueries } from '../programmes';
import { courseDifferences } from './course-differences';
import { EditionMove } from './edition-move.entity';
import { KeptByEdition } from './kept-by-edition';
import { CourseChanged } from './moves.events';

/** Lets an edition run the newest version of its programme from now on, and tells its participants what changes for them. */
@Injectable()
export class MoveEdition {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly programmes: ProgrammeQueries,
    private readonly kept: KeptByEdition,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /** Refusals: editions.is-closed, editions.no-newer-version, editions.move-is-stale, editions.move-is-hindered. */
  run(
    { accountId }: Actor,
    editionId: string,
    { from, to, reason }: InputOf<typeof moveEdition>['body'],
  ): Promise<void> {
    return this.transaction.run(async (tx) => {
      const edition = await this.editions.lockAlone(tx, editionId);
      const { state, programme, definition } = edition;
      const newest = orNotFound(await this.programmes.latestById(programme.id));
      const hindrances = hindrancesOf(definition, newest.definition, await this.kept.of(edition));
      orRefuse(mayMove({ state, runs: programme.version, newest: newest.number }, { from, to }, hindrances));
      const moveId = newId();
      await tx.insert(EditionMove, {
        id: moveId,
        editionId,
        fromVersionId: programme.versionId,
        toVersionId: newest.id,
        byAccountId: accountId,
        reason,
        at: this.clock.now(),
      });
      await this.editions.moveTo(tx, editionId, newest.id);
      if (courseDifferences(definition, newest.definition).length) {
        const enrolments = await this.enrolments.allOf(editionId);
        await tx.publish(
          new CourseChanged(
            moveId,
            enrolments.map(({ id }) => id),
          ),
        );
      }
    });
  }
}
