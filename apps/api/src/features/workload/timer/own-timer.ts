import type { TimerView } from '@libretto/contracts';
import { type Actor, briefsIn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { EditionDirectory } from '../../editions';
import { TimedDay } from './timed-day.entity';
import { WorkTimer } from './work-timer.entity';

/** A person’s own timer. */
@Injectable()
export class OwnTimer {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
  ) {}

  /** One statement, and one for each edition in which time for project work was measured. */
  async read({ accountId }: Actor): Promise<TimerView> {
    const inEdition = 'JOIN enrolment ON enrolment.id = it.enrolmentId WHERE enrolment.accountId = :accountId';
    const beside = { editionId: 'enrolment.editionId' };
    const { running, measured } = await this.database.together({
      running: rowsOf(WorkTimer, inEdition, { accountId }, { beside }),
      measured: rowsOf(TimedDay, inEdition, { accountId }, { beside, by: ['day', 'id'] }),
    });
    const briefOf = await this.briefs([...running, ...measured]);
    const [timer] = running.map((row) => ({
      ...placeOf(row),
      brief: briefOf(row),
      startedAt: row.startedAt.toISOString(),
    }));
    return {
      running: timer ?? null,
      measured: measured.map((row) => ({
        ...placeOf(row),
        brief: briefOf(row),
        ...{ day: row.day, minutes: row.minutes, isCut: row.isCut },
      })),
    };
  }

  private async briefs(rows: readonly Timed[]): Promise<(row: Timed) => string | null> {
    const ofProject = rows.filter(({ kind }) => kind === 'project').map(({ editionId }) => String(editionId));
    const editions = await Promise.all([...new Set(ofProject)].map((id) => this.editions.byId(id)));
    return ({ kind, editionId, moduleNumber }) => {
      const edition = kind === 'project' && editions.find((one) => one?.id === editionId);
      const briefs = edition ? briefsIn(edition.definition.projectWork) : [];
      return briefs.find(({ module }) => module === moduleNumber)?.id ?? null;
    };
  }
}

type Timed = Pick<TimedDay, 'id' | 'moduleNumber' | 'kind'> & { readonly editionId: unknown };

const placeOf = ({ id, editionId, moduleNumber, kind }: Timed) => ({
  id,
  editionId: String(editionId),
  moduleNumber,
  kind,
});
