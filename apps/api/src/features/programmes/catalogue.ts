import type { ProgrammeCard } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { orNotFound } from '../../platform/refusals/refused';
import { fileOf } from './programme-file';
import { ProgrammeQueries, type PublishedVersion } from './programme-queries';

/** The programmes on offer. One statement each. */
@Injectable()
export class Catalogue {
  constructor(private readonly programmes: ProgrammeQueries) {}

  async all() {
    return { items: (await this.programmes.latest()).map(cardOf) };
  }

  async programme(slug: string, number?: number) {
    const version = orNotFound(await this.programmes.latestBySlug(slug, number));
    return {
      id: version.programmeId,
      slug,
      versionId: version.id,
      version: version.number,
      publishedAt: version.publishedAt.toISOString(),
      definition: version.definition,
    };
  }

  /** The newest version of a programme as its author writes it, for somebody who goes on with it as a file. */
  async file(slug: string) {
    const { definition } = orNotFound(await this.programmes.latestBySlug(slug));
    return { name: `${slug}.yaml`, type: 'application/yaml', bytes: Buffer.from(fileOf(definition)) };
  }
}

function cardOf({ programmeId, slug, definition }: PublishedVersion): ProgrammeCard {
  const { title, aim, workload, months, level, participation, languages, awardingBodies } = definition;
  return {
    id: programmeId,
    slug,
    title,
    aim,
    ects: workload.ects,
    hours: workload.hours,
    months,
    eqf: level.eqf,
    participation,
    languages,
    awardingBodies: awardingBodies.map(({ name }) => name),
  };
}
