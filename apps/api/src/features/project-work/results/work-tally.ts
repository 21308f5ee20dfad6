import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { ProjectGroup } from '../work/project-group.entity';
import { Marking, Submission, Work } from '../work/work.entity';

/** Counts the groups, submissions and markings of an edition. */
@Injectable()
export class WorkTally {
  constructor(private readonly database: Database) {}

  /** Four statements, independent of their number. */
  async of(editionId: string): Promise<{ groups: number; submissions: number; markings: number }> {
    const { read } = this.database;
    const works = await read.find(Work, { select: { id: true }, where: { editionId } });
    const ofWorks = { workId: In(works.map(({ id }) => id)) };
    return {
      groups: await read.countBy(ProjectGroup, { editionId }),
      submissions: await read.countBy(Submission, ofWorks),
      markings: await read.countBy(Marking, ofWorks),
    };
  }
}
