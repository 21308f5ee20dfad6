import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { ProjectGroup } from '../work/project-group.entity';
import { Marking, Submission, Work } from '../work/work.entity';

/** Counts the groups, submissions and markings of an edition. */
@Injectable()
export class WorkTally {
  /** Four statements, independent of their number. */
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
