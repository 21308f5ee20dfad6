import { type ProgrammeCard, readProgrammeSchema } from '@libretto/contracts';
import { addressOf } from '@libretto/contracts/first';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { orNotFound } from '../../platform/refusals/refused';
import { fileOf } from './programme-file';
import { ProgrammePictures } from './programme-pictures';
import { ProgrammeQueries, type PublishedVersion } from './programme-queries';

/** The programmes on offer. One statement each. */
@Injectable()
export class Catalogue {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly pictures: ProgrammePictures,
    private readonly config: Config,
  ) {}

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
    const schema = `${this.config.publicUrl}${addressOf(readProgrammeSchema)}`;
    return {
      name: `${slug}.yaml`,
      type: 'application/yaml',
      bytes: Buffer.from(fileOf(await this.pictures.withPictures(definition), schema)),
    };
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
