import type { KeptRecords } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { ApplicationTally } from '../admissions';
import type { EditionCard } from '../editions';
import { MaterialsOfModule } from '../modules';
import { EnrolmentDirectory } from '../places';
import { WorkTally } from '../project-work';
import { AttendanceQueries } from '../schedule';
import { Ledger } from '../workload';

/** Counts the records of an edition that refer to parts of its programme, by the queries of their features. */
@Injectable()
export class KeptByEdition {
  constructor(
    private readonly enrolments: EnrolmentDirectory,
    private readonly attendance: AttendanceQueries,
    private readonly materials: MaterialsOfModule,
    private readonly ledger: Ledger,
    private readonly works: WorkTally,
    private readonly applications: ApplicationTally,
  ) {}

  /** A fixed number of statements. */
  async of(edition: EditionCard): Promise<KeptRecords> {
    const editionId = edition.id;
    const enrolments = await this.enrolments.allOf(editionId);
    return {
      sessions: await this.attendance.sessionsByModule(editionId),
      materials: await this.materials.countsOf(editionId, true),
      entries: await this.ledger.entriesByModule(enrolments.map(({ id }) => id)),
      works: await this.works.of(editionId),
      ...(await this.applications.judged(edition)),
    };
  }
}
