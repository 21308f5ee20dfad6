import type { ProgrammeCard } from '@libretto/contracts';
import { type Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/refusals/refused';
import { ProgrammeQueries, type PublishedVersion } from './programme-queries';
import { mayPublishProgramme } from './programmes.policy';

/** The programmes on offer. One statement each. */
@Injectable()
export class Catalogue {
  constructor(private readonly programmes: ProgrammeQueries) {}

  async all(actor: Actor | null) {
    const versions = await this.programmes.latest();
    return { items: versions.map(cardOf), can: { publish: mayPublishProgramme(actor, {}) } };
  }

  async programme(actor: Actor | null, slug: string, number?: number) {
    const version = await this.programmes.latestBySlug(slug, number);
    if (!version) throw notFound();
    const mayPublish = mayPublishProgramme(actor, {});
    return {
      id: version.programmeId,
      slug,
      versionId: version.id,
      version: version.number,
      publishedAt: version.publishedAt.toISOString(),
      definition: version.definition,
      can: { publish: mayPublish, planEdition: mayPublish },
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
