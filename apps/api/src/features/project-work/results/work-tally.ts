import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { ProjectGroup } from '../work/project-group.entity';
import { Marking, Submission, Work } from '../work/work.entity';

/** Counts what an edition's project work holds. */
@Injectable()
export class WorkTally {
  /** Four statements, whatever their number. */
  async of(editionId: string, from: EntityManager): Promise<{ groups: number; submissions: number; markings: number }> {
    const works = await from.find(Work, { select: { id: true }, where: { editionId } });
    const ofWorks = { workId: In(works.map(({ id }) => id)) };
    return {
      groups: await from.countBy(ProjectGroup, { editionId }),
      submissions: await from.countBy(Submission, ofWorks),
      markings: await from.countBy(Marking, ofWorks),
    };
  }
}
