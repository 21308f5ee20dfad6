import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { AssignmentRun } from './assignment-run.entity';

/** Answers until when members are asked to read what is assigned to them. */
@Injectable()
export class AssignedReading {
  constructor(private readonly database: Database) {}

  /** The deadline that the last run gave to its readers. */
  async until(editionId: string): Promise<string | null> {
    const [run] = await this.database.read.find(AssignmentRun, {
      where: { editionId },
      order: { number: 'DESC' },
      take: 1,
    });
    return run?.readBy ?? null;
  }
}
