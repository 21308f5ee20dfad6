import type { AnnotationSheetBody, InputOf, saveAnnotations } from '@libretto/contracts';
import { type Actor, annotate, refuse } from '@libretto/domain';
import { fitsIn, layoutOf, placeOf } from '@libretto/domain/annotations';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { rowsOf } from '../../../platform/database/read-together';
import { Transaction } from '../../../platform/database/transaction';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { mergedOrRefuse, notFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { AnnotationSheet, TextAnnotationSheet } from './annotation-sheet.entity';
import { LockSubmission } from './lock-submission';
import type { PartAddress } from './read-submission';

type Change = InputOf<typeof saveAnnotations>['body'];

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
   * project-work.newer-version, project-work.too-many-annotations, project-work.place-not-in-file,
   * common.changed-elsewhere.
   */
  async run(actor: Actor, at: PartAddress, change: Change): Promise<{ stored: AnnotationSheetBody }> {
    return this.transaction.run(async (tx) => {
      const { id: submissionId, text } = await this.submissions.for(tx, actor, at);
      const { submittedFileId } = at;
      const markerId = actor.accountId;
      if (submittedFileId) {
        const by = { submittedFileId, markerId };
        const [[sheet], [file]] = await Promise.all([
          this.database.rows(
            rowsOf(AnnotationSheet, 'WHERE it.submittedFileId = :submittedFileId AND it.markerId = :markerId', by),
          ),
          this.database.rows(
            rowsOf(StoredFile, 'JOIN submitted_file part ON part.fileId = it.id WHERE part.id = :submittedFileId', by),
          ),
        ]);
        const row = changed(sheet, change, file ? layoutOf(file.view ?? file.type) : null);
        await tx.put(AnnotationSheet, ['submittedFileId', 'markerId'], { ...row, ...by });
        return { stored: { annotations: row.annotations } };
      }
      if (!text) throw notFound();
      const by = { submissionId, markerId };
      const [sheet] = await this.database.rows(
        rowsOf(TextAnnotationSheet, 'WHERE it.submissionId = :submissionId AND it.markerId = :markerId', by),
      );
      const row = changed(sheet, change, 'words');
      await tx.put(TextAnnotationSheet, ['submissionId', 'markerId'], { ...row, ...by });
      return { stored: { annotations: row.annotations } };
    });
  }
}

type Sheet = Pick<AnnotationSheet, 'id' | 'annotations'>;

function changed(sheet: Sheet | undefined, change: Change, layout: ReturnType<typeof layoutOf>): Sheet {
  if (!Object.values(change.to.annotations ?? {}).every(({ target }) => fitsIn(layout, placeOf(target.selector))))
    throw new Refused(refuse('project-work.place-not-in-file'));
  const { annotations } = mergedOrRefuse<AnnotationSheetBody>({ annotations: sheet?.annotations ?? {} }, change);
  orRefuse(annotate(Object.keys(annotations).length));
  return { id: sheet?.id ?? newId(), annotations };
}
