import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumn,
  changeUnique,
  createTables,
  dropReference,
  id,
  instant,
  json,
  letGo,
  line,
  optional,
  paragraph,
  reference,
  whole,
} from '../src/platform/database/schema';

/**
 * A version has files, links and a text, and annotations are of a file. A version that is there has one file, whose row gets the
 * id of the version. Uploads that can go on where they stopped have rows of their own until they are handed in.
 */
export class PartsOfVersions1795753800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      submitted_file: {
        columns: {
          id: id(),
          submissionId: reference('submission'),
          fileId: reference('stored_file'),
          position: whole(),
        },
        unique: [['submissionId', 'position']],
      },
      arriving_file: {
        columns: {
          id: id(),
          accountId: reference('account'),
          place: line(),
          name: line(),
          bytes: whole(),
          lastModified: optional(instant()),
          startedAt: instant(),
          expiresAt: instant(),
          type: optional(line(120)),
          view: optional(line(120)),
          sha256: optional(line(64)),
          heldBy: optional({ type: 'varchar', length: '36' }),
          heldUntil: optional(instant()),
        },
        index: [['accountId', 'place'], ['expiresAt']],
      },
    });
    await runner.query(
      `INSERT INTO submitted_file (id, submissionId, fileId, position)
       SELECT id, id, fileId, 0 FROM submission`,
    );
    await addColumn(runner, 'publication_work', 'submissionId', optional(reference('submission')));
    await runner.query(
      `UPDATE publication_work SET submissionId =
         (SELECT MAX(id) FROM submission WHERE submission.fileId = publication_work.fileId)`,
    );
    await dropReference(runner, 'publication_work', 'fileId');
    await addColumn(runner, 'submission', 'links', optional(json()));
    await addColumn(runner, 'submission', 'text', optional(paragraph()));
    await dropReference(runner, 'submission', 'fileId');
    await addColumn(runner, 'annotation_sheet', 'submittedFileId', reference('submitted_file'), 'submissionId');
    await letGo(runner, 'annotation_sheet', 'submissionId');
    await changeUnique(runner, 'annotation_sheet', ['submissionId', 'markerId'], ['submittedFileId', 'markerId']);
    await runner.dropColumn('annotation_sheet', 'submissionId');
  }

  async down(runner: QueryRunner): Promise<void> {
    const first = (what: string, of: string) =>
      `(SELECT ${what} FROM submitted_file WHERE submitted_file.${of} AND submitted_file.position = 0)`;
    await runner.query(
      'DELETE FROM annotation_sheet WHERE submittedFileId IN (SELECT id FROM submitted_file WHERE position > 0)',
    );
    const ofSheet = first('submitted_file.submissionId', 'id = annotation_sheet.submittedFileId');
    await addColumn(runner, 'annotation_sheet', 'submissionId', reference('submission'), ofSheet);
    await letGo(runner, 'annotation_sheet', 'submittedFileId');
    await changeUnique(runner, 'annotation_sheet', ['submittedFileId', 'markerId'], ['submissionId', 'markerId']);
    await runner.dropColumn('annotation_sheet', 'submittedFileId');
    const ofVersion = first('submitted_file.fileId', 'submissionId = submission.id');
    await addColumn(runner, 'submission', 'fileId', reference('stored_file'), ofVersion);
    await addColumn(runner, 'publication_work', 'fileId', optional(reference('stored_file')));
    await runner.query(
      `UPDATE publication_work SET fileId =
         (SELECT submission.fileId FROM submission WHERE submission.id = publication_work.submissionId)`,
    );
    await dropReference(runner, 'publication_work', 'submissionId');
    for (const column of ['text', 'links']) await runner.dropColumn('submission', column);
    for (const table of ['arriving_file', 'submitted_file']) await runner.dropTable(table);
  }
}
