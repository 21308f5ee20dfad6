import { type DayMinutes, type LedgerSums, sumsOf, type WorkloadKind } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { cellsOf } from '../../platform/database/read-together';

interface Sum {
  day: string;
  moduleNumber: number;
  kind: WorkloadKind;
  minutes: number;
}

/**
 * The hours of all participants of an edition together, by day, module and kind. Triggers keep the sums with every entry
 * (`20261126T2130-pace.ts`), so a question costs the same for any number of participants.
 */
@Injectable()
export class EditionHours {
  constructor(private readonly database: Database) {}

  async of(editionId: string): Promise<{ days: DayMinutes[]; sums: LedgerSums }> {
    const sums = await this.database.rows(
      cellsOf<'day' | 'moduleNumber' | 'kind' | 'minutes', Sum>(
        { day: 'day', moduleNumber: 'moduleNumber', kind: 'kind', minutes: 'minutes' },
        'FROM edition_hours WHERE editionId = :editionId',
        { editionId },
      ),
    );
    return { days: sums.map(({ day, minutes }) => ({ day, minutes })), sums: sumsOf(sums) };
  }
}
