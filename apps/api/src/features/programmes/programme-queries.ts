import type { ProgrammeDefinition } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Programme } from './programme.entity';
import { ProgrammeVersion } from './programme-version.entity';

/** A published version with its programme. */
export interface PublishedVersion {
  readonly id: string;
  readonly programmeId: string;
  readonly slug: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly definition: ProgrammeDefinition;
}

/** Reads published programmes. A version never changes, so it is kept once it was read. */
@Injectable()
export class ProgrammeQueries {
  private readonly kept = new Map<string, PublishedVersion>();

  constructor(private readonly database: Database) {}

  async versionsByIds(ids: Iterable<string>): Promise<Map<string, PublishedVersion>> {
    const wanted = [...new Set(ids)];
    const unread = wanted.filter((id) => !this.kept.has(id));
    if (unread.length)
      for (const version of await this.rows((rows) => rows.where({ id: In(unread) })))
        this.kept.set(version.id, version);
    return new Map(wanted.flatMap((id) => (this.kept.has(id) ? [[id, this.kept.get(id) as PublishedVersion]] : [])));
  }

  /** The newest version of the programme with this slug, or the version with this number. */
  async latestBySlug(slug: string, number?: number): Promise<PublishedVersion | undefined> {
    const [version] = await this.rows((rows) => {
      rows.where('programme.slug = :slug', { slug }).orderBy('version.number', 'DESC').limit(1);
      return number === undefined ? rows : rows.andWhere('version.number = :number', { number });
    });
    return version;
  }

  /** The newest version of a programme. */
  async latestById(programmeId: string): Promise<PublishedVersion | undefined> {
    const [version] = await this.rows((rows) => rows.where({ programmeId }).orderBy('version.number', 'DESC').limit(1));
    return version;
  }

  /** The newest version of every programme, by slug. */
  latest(): Promise<PublishedVersion[]> {
    return this.rows((rows) =>
      rows
        .where(
          'version.number = (SELECT MAX(other.number) FROM programme_version other WHERE other.programmeId = version.programmeId)',
        )
        .orderBy('programme.slug'),
    );
  }

  private async rows(
    where: (rows: SelectQueryBuilder<ProgrammeVersion>) => SelectQueryBuilder<ProgrammeVersion>,
  ): Promise<PublishedVersion[]> {
    const { entities, raw } = await where(
      this.database.read
        .createQueryBuilder(ProgrammeVersion, 'version')
        .innerJoin(Programme, 'programme', 'programme.id = version.programmeId')
        .addSelect('programme.slug', 'slug'),
    ).getRawAndEntities<{ slug: string }>();
    return entities.map((version, at) => ({ ...version, slug: raw[at]?.slug as string }));
  }
}
