import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumn,
  code,
  createTables,
  day,
  flag,
  id,
  instant,
  json,
  line,
  madeOf,
  optional,
  paragraph,
  reference,
  whole,
} from '../src/platform/database/schema';

interface OldText {
  id: string;
  title: string;
  text: string;
  addedBy: string;
  addedAt: unknown;
}

/**
 * Materials have an order, minutes and a day; a text becomes a page, published as it stands; what participants opened and
 * finished is kept.
 */
export class MaterialsInOrder1795807800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'material', 'position', whole(), '1');
    await addColumn(runner, 'material', 'minutes', whole(), '0');
    await addColumn(runner, 'material', 'isRequired', flag(), '0');
    await addColumn(runner, 'material', 'opensOn', optional(day()));
    await addColumn(runner, 'material', 'version', optional(whole()));
    await createTables(runner, {
      page_draft: {
        columns: {
          id: id(),
          materialId: madeOf('material'),
          language: code(),
          title: line(160),
          blocks: json(),
          changedBy: reference('account'),
          changedAt: instant(),
        },
        unique: [['materialId', 'language']],
      },
      page_version: {
        columns: {
          id: id(),
          materialId: madeOf('material'),
          number: whole(),
          title: json(),
          publishedBy: reference('account'),
          publishedAt: instant(),
        },
        unique: [['materialId', 'number']],
      },
      page_text: {
        columns: { id: id(), versionId: madeOf('page_version'), language: code(), blocks: json() },
        unique: [['versionId', 'language']],
      },
      page_picture: {
        columns: {
          id: id(),
          materialId: madeOf('material'),
          fileId: reference('stored_file'),
          addedBy: reference('account'),
          addedAt: instant(),
        },
        unique: [['materialId', 'fileId']],
      },
      material_progress: {
        columns: {
          id: id(),
          enrolmentId: reference('enrolment'),
          materialId: madeOf('material'),
          openedAt: instant(),
          finishedAt: optional(instant()),
          finishedBy: optional(code()),
        },
        unique: [['enrolmentId', 'materialId']],
      },
    });
    await this.placeAll(runner);
    await this.makePages(runner);
    await runner.dropColumn('material', 'text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'material', 'text', optional(paragraph()));
    await runner.query(`UPDATE material SET kind = 'text', text = '' WHERE kind = 'page'`);
    for (const table of ['material_progress', 'page_picture', 'page_text', 'page_version', 'page_draft'])
      await runner.dropTable(table);
    for (const column of ['position', 'minutes', 'isRequired', 'opensOn', 'version'])
      await runner.dropColumn('material', column);
  }

  /** In the order in which they were added, as they stood until now. */
  private async placeAll(runner: QueryRunner): Promise<void> {
    const rows = (await runner.query('SELECT id, editionId, moduleNumber FROM material ORDER BY id')) as {
      id: string;
      editionId: string;
      moduleNumber: number;
    }[];
    const last = new Map<string, number>();
    for (const { id, editionId, moduleNumber } of rows) {
      const module = `${editionId} ${moduleNumber}`;
      const position = (last.get(module) ?? 0) + 1;
      last.set(module, position);
      await runner.query('UPDATE material SET position = ? WHERE id = ?', [position, id]);
    }
  }

  /** The ids are those of the material: a text had one language and one version, so they name one row each. */
  private async makePages(runner: QueryRunner): Promise<void> {
    const texts = (await runner.query(
      `SELECT id, title, text, addedBy, addedAt FROM material WHERE kind = 'text'`,
    )) as OldText[];
    for (const { id, title, text, addedBy, addedAt } of texts) {
      const blocks = JSON.stringify(
        text
          .split(/\n\s*\n/)
          .filter((paragraph) => paragraph.trim())
          .map((paragraph) => ({ type: 'paragraph', content: wordsOf(paragraph) })),
      );
      await insert(runner, 'page_draft', {
        ...{ id, materialId: id, language: 'en', title: title.slice(0, 160), blocks },
        ...{ changedBy: addedBy, changedAt: addedAt },
      });
      await insert(runner, 'page_version', {
        ...{ id, materialId: id, number: 1, title: JSON.stringify({ en: title }) },
        ...{ publishedBy: addedBy, publishedAt: addedAt },
      });
      await insert(runner, 'page_text', { id, versionId: id, language: 'en', blocks });
      await runner.query(`UPDATE material SET kind = 'page', version = 1 WHERE id = ?`, [id]);
    }
  }
}

const wordsOf = (paragraph: string) =>
  paragraph
    .split('\n')
    .flatMap((line, at) => [...(at ? [{ type: 'hardBreak' }] : []), ...(line ? [{ type: 'text', text: line }] : [])]);

const insert = (runner: QueryRunner, table: string, row: Record<string, unknown>) =>
  runner.manager.createQueryBuilder().insert().into(table).values(row).execute();
