import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumn,
  code,
  createTables,
  id,
  instant,
  json,
  line,
  optional,
  paragraph,
  reference,
  whole,
} from '../src/platform/database/schema';

export class Returns1795448040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'application', 'rework', optional(json()));
    await addColumn(runner, 'application', 'version', whole(), 'CASE WHEN submittedAt IS NULL THEN 0 ELSE 1 END');
    await addColumn(runner, 'application', 'answeredAt', optional(instant()));
    await addColumn(runner, 'evidence', 'standing', code(), "'in'");
    const ofApplication = { id: id(), applicationId: reference('application') };
    await createTables(runner, {
      dossier_version: {
        columns: {
          ...ofApplication,
          number: whole(),
          form: json(),
          evidence: json(),
          institutionId: reference('institution'),
          country: line(2),
          at: instant(),
        },
        unique: [['applicationId', 'number']],
      },
      look: {
        columns: { ...ofApplication, accountId: reference('account'), version: whole(), at: instant() },
        unique: [['applicationId', 'accountId', 'version']],
      },
      dossier_return: {
        columns: {
          ...ofApplication,
          number: whole(),
          word: paragraph(),
          byId: reference('account'),
          at: instant(),
          answerUntil: instant(),
          answeredAt: optional(instant()),
          lapsedAt: optional(instant()),
        },
        unique: [['applicationId', 'number']],
      },
      return_question: {
        columns: {
          id: id(),
          returnId: reference('dossier_return'),
          field: line(80),
          text: paragraph(),
          answer: paragraph(),
        },
        unique: [['returnId', 'field']],
      },
    });
    await keepFirstVersions(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['return_question', 'dossier_return', 'look', 'dossier_version']) await runner.dropTable(table);
    await runner.dropColumn('evidence', 'standing');
    for (const column of ['answeredAt', 'version', 'rework']) await runner.dropColumn('application', column);
  }
}

/**
 * The last submission of each application becomes its first version; its id is the application's, since no command
 * makes one here.
 */
async function keepFirstVersions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    INSERT INTO dossier_version (id, applicationId, number, form, evidence, institutionId, country, at)
    SELECT id, id, 1, form, '[]', institutionId, country, submittedAt FROM application
    WHERE submittedAt IS NOT NULL AND institutionId IS NOT NULL AND country IS NOT NULL`);
  const files: {
    applicationId: string;
    id: string;
    kind: string;
    fieldId: string | null;
    fileId: string;
    name: string;
    type: string;
    bytes: number;
  }[] = await runner.query(`
    SELECT evidence.applicationId, evidence.id, evidence.kind, evidence.fieldId, evidence.fileId, stored_file.name, stored_file.type, stored_file.bytes
    FROM evidence JOIN stored_file ON stored_file.id = evidence.fileId ORDER BY evidence.id`);
  for (const applicationId of new Set(files.map((file) => file.applicationId))) {
    const evidence = files
      .filter((file) => file.applicationId === applicationId)
      .map(({ id: evidenceId, kind, fieldId, fileId, name, type, bytes }) => ({
        id: evidenceId,
        kind,
        fieldId,
        file: { id: fileId, name, type, bytes },
      }));
    await runner.query('UPDATE dossier_version SET evidence = ? WHERE id = ?', [
      JSON.stringify(evidence),
      applicationId,
    ]);
  }
}
