import type { AnnotationSheetBody, InputOf, saveAnnotations } from '@libretto/contracts';
import { type Actor, annotate } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { rowsOf } from '../../../platform/database/read-together';
import { Transaction } from '../../../platform/database/transaction';
import { mergedOrRefuse, orRefuse } from '../../../platform/refusals/refused';
import { AnnotationSheet } from './annotation-sheet.entity';
import { LockSubmission } from './lock-submission';

type Input = InputOf<typeof saveAnnotations>;

/** Merges changes into a marker's annotations. The work's lock keeps two windows apart, and a marking from a change. */
@Injectable()
export class SaveAnnotations {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly submissions: LockSubmission,
  ) {}

  /**
   * Refusals: project-work.own-work, project-work.already-marked, project-work.marking-over,
   * project-work.newer-version, project-work.too-many-annotations, common.changed-elsewhere.
   */
  async run(actor: Actor, at: Input['params'], change: Input['body']): Promise<{ stored: AnnotationSheetBody }> {
    return this.transaction.run(async (tx) => {
      await this.submissions.for(tx, actor, at);
      const by = { submittedFileId: at.submittedFileId, markerId: actor.accountId };
      const [sheet] = await this.database.rows(
        rowsOf(AnnotationSheet, 'WHERE it.submittedFileId = :submittedFileId AND it.markerId = :markerId', by),
      );
      const stored = mergedOrRefuse<AnnotationSheetBody>({ annotations: sheet?.annotations ?? {} }, change);
      orRefuse(annotate(Object.keys(stored.annotations).length));
      await tx.put(AnnotationSheet, ['submittedFileId', 'markerId'], { id: sheet?.id ?? newId(), ...by, ...stored });
      return { stored };
    });
  }
}
