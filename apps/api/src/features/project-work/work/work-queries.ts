import type { MarkingView, WorkVersion } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { fileCard } from '../../../platform/files/file-store';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { PeopleDirectory } from '../../accounts';
import { Marking, Submission } from './work.entity';

/** The versions and markings of works, several works at a time. */
@Injectable()
export class WorkQueries {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
  ) {}

  /** The versions of these works, the newest first, by work. */
  async versionsOf(workIds: readonly string[]): Promise<Map<string, WorkVersion[]>> {
    if (!workIds.length) return new Map();
    const submissions = await this.database.read.find(Submission, {
      where: { workId: In([...workIds]) },
      order: { version: 'DESC' },
    });
    const files = await this.database.read.findBy(StoredFile, { id: In(submissions.map(({ fileId }) => fileId)) });
    const people = await this.people.byIds(submissions.map(({ handedInBy }) => handedInBy));
    const fileById = new Map(files.map((file) => [file.id, file]));
    const versions = Map.groupBy(submissions, ({ workId }) => workId);
    return new Map(
      [...versions].map(([workId, rows]) => [
        workId,
        rows.flatMap(({ id, version, fileId, handedInBy, at }) => {
          const file = fileById.get(fileId);
          return file
            ? [{ id, version, file: fileCard(file), by: people.get(handedInBy)?.name ?? '', at: at.toISOString() }]
            : [];
        }),
      ]),
    );
  }

  /** The markings of these works in the order in which they were made, by work. */
  async markingsOf(workIds: readonly string[]): Promise<Map<string, (MarkingView & { markerId: string })[]>> {
    if (!workIds.length) return new Map();
    const rows = await this.database.read.find(Marking, { where: { workId: In([...workIds]) }, order: { id: 'ASC' } });
    const people = await this.people.byIds(rows.map(({ markerId }) => markerId));
    const views = rows.map(({ workId, markerId, outcome, grade, rubric, comment, at }) => ({
      workId,
      markerId,
      marker: people.get(markerId)?.name ?? '',
      outcome,
      grade,
      rubric,
      comment,
      at: at.toISOString(),
    }));
    return Map.groupBy(views, ({ workId }) => workId);
  }
}
